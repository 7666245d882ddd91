/** PHP that makes up bodies of messages and gives them to the plugin. */
import { phpFile } from '../../../support/php-file';

interface Bodies {
	readonly seed: number;
	readonly count: number;
}

const php = ( file: string, args: Bodies ): string =>
	phpFile( __dirname, 'random.php', { args } ) +
	phpFile( __dirname, `${ file }.php` );

/** To the parser alone. */
export const parseBodies = ( args: Bodies ): string => php( 'parse', args );

/** To the route, which ends in the secret. */
export const sendBodies = (
	args: Bodies & { readonly route: string }
): string => php( 'send', args );
