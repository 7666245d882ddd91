const CYRILLIC = [ 'Шапка', 'Сукня', 'Футболка', 'Светр', 'Кава' ];
const SIZES = [ 'XS', 'S', 'M', 'L', 'XL', 'M/L' ];

/** Kinds of SKU found in real accounts. Each contains the index, so that no SKU repeats. */
const KINDS: readonly ( ( index: number ) => string )[] = [
	( index ) => String( 1_000_000 + index ),
	( index ) => String( index ).padStart( 7, '0' ),
	( index ) => `482${ String( index ).padStart( 10, '0' ) }`,
	( index ) => `${ index }_milk_m/l`,
	( index ) => `ABC${ index }BKXS/S`,
	( index ) => `${ pick( CYRILLIC, index ) }-${ index }`,
	( index ) => `АРТ ${ index } ${ pick( SIZES, index ) }`,
	( index ) => `tee-${ index }-${ pick( SIZES, index ) }`,
	( index ) => `SET ${ index } & ${ index + 1 }+`,
	( index ) => `00${ index }-242`,
];

function pick( list: readonly string[], index: number ): string {
	return list[ index % list.length ] ?? '';
}

/** @return SKU of the generated offer, the same in every call. */
export function generatedSku( index: number ): string {
	// Because 10 and the multiplier have no common factor, neighbours get different kinds.
	const kind =
		KINDS[ ( index * 7 + Math.floor( index / 10 ) ) % KINDS.length ];
	return kind?.( index ) ?? String( index );
}
