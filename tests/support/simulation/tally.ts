/** A number for each product, initially 0. */
export class Tally {
	private readonly values: number[];

	constructor( values: readonly number[] = [] ) {
		this.values = [ ...values ];
	}

	of( sku: number ): number {
		return this.values[ sku ] ?? 0;
	}

	set( sku: number, value: number ): void {
		this.values[ sku ] = value;
	}

	add( sku: number, by: number ): void {
		this.set( sku, this.of( sku ) + by );
	}
}
