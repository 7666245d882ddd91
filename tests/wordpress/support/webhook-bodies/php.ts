/** PHP that makes random message bodies and sends them to the plugin. */
import { phpFile } from '../../../support/php-file';

interface Bodies {
	readonly seed: number;
	readonly count: number;
}

const php = ( file: string, args: Bodies ): string =>
	phpFile( __dirname, 'random.php', { args } ) +
	phpFile( __dirname, `${ file }.php` );

/** Calls only the parser. */
export const parseBodies = ( args: Bodies ): string => php( 'parse', args );

/** Calls the route, which ends in the secret. */
export const sendBodies = (
	args: Bodies & { readonly route: string }
): string => php( 'send', args );
