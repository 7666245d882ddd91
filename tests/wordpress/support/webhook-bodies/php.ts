/** PHP that makes up bodies of messages and gives them to the plugin. */
import { join } from 'node:path';
import { phpFile } from '../../../support/php-file';
import { phpValue } from '../../../support/php-value';

interface Bodies {
	readonly seed: number;
	readonly count: number;
}

const php = ( file: string, args: Bodies ): string =>
	[
		`$args = ${ phpValue( args ) };`,
		phpFile( join( __dirname, 'random.php' ) ),
		phpFile( join( __dirname, `${ file }.php` ) ),
	].join( '\n' );

/** To the parser alone. */
export const parseBodies = ( args: Bodies ): string => php( 'parse', args );

/** To the route, which ends in the secret. */
export const sendBodies = (
	args: Bodies & { readonly route: string }
): string => php( 'send', args );
