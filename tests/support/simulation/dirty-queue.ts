/** Store\Level\DirtyOffers: products whose levels must be read again. */

interface Mark {
	/** Number of the mark; each mark gets a larger one. */
	since: number;
	run: number;
	/** The mark that the run's read includes; 0: none. */
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

	/** @return The products that belong to the run now. */
	claim( run: number ): number[] {
		this.marks.forEach( ( mark ) =>
			Object.assign( mark, { run, asked: 0 } )
		);
		return [ ...this.marks.keys() ];
	}

	/** The newest mark. A read that starts now includes its change. */
	since( sku: number ): number {
		return this.marks.get( sku )?.since ?? 0;
	}

	noteAnswered( sku: number, since: number, run: number ): void {
		const mark = this.marks.get( sku );
		if ( mark?.run === run ) {
			mark.asked = since;
		}
	}

	/** Removes the products that the run has read, unless they were marked again since. */
	finish( run: number ): void {
		this.marks.forEach( ( mark, sku ) => {
			if ( mark.run === run && mark.asked === mark.since ) {
				this.marks.delete( sku );
			}
		} );
	}
}
