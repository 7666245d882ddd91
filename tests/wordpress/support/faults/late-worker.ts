/** Delays the answer to a worker, so that its lease expires and another worker does its work. */
import { phpFile } from '../../../support/php-file';
import type { Shop } from '../../../support/worlds/shop';

/**
 * A must-use plugin. Once the option holds part of a URL, the answer from there is held back until another
 * worker has completed the run.
 */
export const LATE_ANSWER = phpFile( __dirname, 'late-worker.php' );

/** Delays the next answer from a URL that contains this part. */
export async function delayAnswer( shop: Shop, part: string ): Promise< void > {
	await shop.php(
		`return update_option( 'test_meanwhile', '${ part }', true );`
	);
}

/** Returns whether the answer was held back. */
export async function wasDelayed( shop: Shop ): Promise< boolean > {
	return (
		'' === ( await shop.php( `return get_option( 'test_meanwhile' );` ) )
	);
}
