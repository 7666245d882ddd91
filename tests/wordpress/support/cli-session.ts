/** Opens a shop with 40 cups, whose number in KeyCRM can be set, for WP-CLI. */
import { openSession, stockBySku } from './session';
import type { Session } from './session';
import { sell } from './shops/small-shop';
import { installWpCli } from './wp-cli';

const SKUS = Array.from( { length: 40 }, ( _, place ) => `C-${ place }` );

/** WP-CLI needs processes and their exit status, which only the native world has. */
export const describeNative =
	process.env[ 'TEST_WORLD' ] === 'native' ? describe : describe.skip;

export async function openCliSession(): Promise< Session > {
	installWpCli();
	const session = await openSession( { offers: [] } );
	await sell( session, SKUS );
	return session;
}

export function inKeyCrm( { keycrm }: Session, quantity: number ): void {
	keycrm.faults.clear();
	keycrm.world.reset();
	keycrm.world.seed( {
		offers: SKUS.map( ( sku ) => ( { sku, quantity } ) ),
	} );
}

export async function numbers( { shop }: Session ) {
	return new Set( ( await stockBySku( shop ) ).values() );
}
