/** Access to a global such as Math is slow in jest, and the simulation needs many millions of numbers. */
const { floor, imul } = Math;

/** Repeatable random numbers (mulberry32). */
export class Random {
	private state: number;

	constructor( seed: number ) {
		this.state = seed;
	}

	/** @return A number from 0, included, to 1, not included. */
	next(): number {
		this.state = ( this.state + 0x6d2b79f5 ) % 0x1_0000_0000;
		let mixed = this.state;
		mixed = imul( mixed ^ ( mixed >>> 15 ), mixed | 1 );
		mixed ^= mixed + imul( mixed ^ ( mixed >>> 7 ), mixed | 61 );
		return ( ( mixed ^ ( mixed >>> 14 ) ) >>> 0 ) / 0x1_0000_0000;
	}

	/** @return A whole number from 0 to `below`, not included. */
	below( below: number ): number {
		return floor( this.next() * below );
	}

	shuffled< T >( list: readonly T[] ): T[] {
		return list
			.map( ( item ) => ( { item, place: this.next() } ) )
			.sort( ( a, b ) => a.place - b.place )
			.map( ( { item } ) => item );
	}
}
