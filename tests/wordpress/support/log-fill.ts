/** Fills a change log of any length, without the runs that would write it. */
import { phpFile } from '../../support/php-file';
import type { Shop } from '../../support/worlds/shop';

/**
 * Makes so many changes, one a second up to now, over 50 products and with a run for each 500.
 * Each tenth number falls to 0.
 */
export function fillLog( shop: Shop, rows: number ): Promise< unknown > {
	return shop.php( phpFile( __dirname, 'log-fill.php', { rows } ) );
}
