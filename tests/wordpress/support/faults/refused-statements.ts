/** A must-use plugin that makes the database refuse some statements. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { phpFile } from '../../../support/php-file';
import type { Shop } from '../../../support/worlds/shop';

const FILE = 'wp-content/refuse.json';

export const REFUSE_STATEMENTS = phpFile( __dirname, 'refused-statements.php', {
	rule_file: FILE,
} );

/** Makes the next statements that match a PHP pattern fail, by sending another statement instead. */
export function refuse(
	shop: Shop,
	pattern: string,
	times = 1_000_000,
	instead = 'SELECT refused FROM no_such_table'
): void {
	writeFileSync(
		join( shop.dir, FILE ),
		JSON.stringify( { pattern, times, instead } )
	);
}

export function refuseNothing( shop: Shop ): void {
	rmSync( join( shop.dir, FILE ), { force: true } );
}
