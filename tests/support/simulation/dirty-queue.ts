/** Store\Level\DirtyOffers: products whose levels are to be read again. */

interface Mark {
	/** Larger with each mark. */
	since: number;
	run: number;
	/** The mark that the run has answered; 0 for none. */
	asked: number;
}

export class DirtyQueue {
	private readonly marks = new Map< number, Mark >();
	private last = 0;

	mark( sku: number ): void {
		const since = ++this.last;
		const known = this.marks.get( sku );
		this.marks.set( sku, { run: 0, asked: 0, ...known, since } );
	}

	isEmpty(): boolean {
		return this.marks.size === 0;
	}

	/** @return Those that belong to the run now. */
	claim( run: number ): number[] {
		this.marks.forEach( ( mark ) =>
			Object.assign( mark, { run, asked: 0 } )
		);
		return [ ...this.marks.keys() ];
	}

	/** The newest mark, which a question sent from now on answers. */
	since( sku: number ): number {
		return this.marks.get( sku )?.since ?? 0;
	}

	noteAnswered( sku: number, since: number, run: number ): void {
		const mark = this.marks.get( sku );
		if ( mark?.run === run ) {
			mark.asked = since;
		}
	}

	/** What the run has answered and what was not marked since leaves the queue. */
	finish( run: number ): void {
		this.marks.forEach( ( mark, sku ) => {
			if ( mark.run === run && mark.asked === mark.since ) {
				this.marks.delete( sku );
			}
		} );
	}
}
