/** These tests make products as WooCommerce does, which the stand-in for it does not. */
import { findSources } from '../../support/worlds/sources';

const isReal = findSources().woocommerce.origin === 'real';
/** Only native processes may die, or are WP-CLI. */
const isNative = process.env[ 'TEST_WORLD' ] === 'native';

export const describeReal = isReal ? describe : describe.skip;
export const describeRealNative = isReal && isNative ? describe : describe.skip;
