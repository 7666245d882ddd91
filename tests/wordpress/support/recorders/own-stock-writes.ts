/** Watches that nothing of ours writes the shop's stock quantities while the shop leads. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { phpFile } from '../../../support/php-file';
import type { Session } from '../session';

export const WATCH_OWN_WRITES = phpFile( __dirname, 'own-stock-writes.php' );

/** @return The statements so far. */
export function ownStockWrites( { shop }: Session ): string[] {
	const file = join( shop.dir, 'wp-content/own-stock-writes.log' );
	return existsSync( file )
		? readFileSync( file, 'utf8' ).split( '\n' ).filter( Boolean )
		: [];
}
