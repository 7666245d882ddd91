/** A worker whose answer comes late: while it waits, it is given up for dead and another does its work. */
import { phpFile } from '../../../support/php-file';
import type { Shop } from '../../../support/worlds/shop';

/**
 * A must-use plugin. Once the option names a part of an address, the answer from there is held back until
 * another worker has brought the run to its end.
 */
export const MEANWHILE = phpFile( __dirname, 'late-worker.php' );

/** The next answer from an address with this in it comes after everything else. */
export async function delayAnswer( shop: Shop, part: string ): Promise< void > {
	await shop.php(
		`return update_option( 'test_meanwhile', '${ part }', true );`
	);
}

/** Whether the answer has been held back. */
export async function wasDelayed( shop: Shop ): Promise< boolean > {
	return (
		'' === ( await shop.php( `return get_option( 'test_meanwhile' );` ) )
	);
}
