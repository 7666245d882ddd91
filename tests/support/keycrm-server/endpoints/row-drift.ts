import type { Faults } from '../faults/fault-box';
import type { Offer } from '../model/types';
import type { World } from '../world';

/** @return The list after the faults: shuffled, or with rows that were not asked for. */
export function moved(
	offers: readonly Offer[],
	world: World,
	faults: Faults
): readonly Offer[] {
	const extra = faults.find( 'extra_rows' );
	let list = offers;
	if ( undefined !== extra ) {
		const asked = new Set( offers );
		const others = world.catalogue
			.offers()
			.filter( ( offer ) => ! asked.has( offer ) );
		list = [ ...offers, ...others.slice( 0, extra.rows ) ];
	}
	return undefined === faults.find( 'shuffle' )
		? list
		: world.random.shuffled( list );
}
