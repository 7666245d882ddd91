/**
 * Compares the result of the first sync with the formula, product by product.
 */
import { z } from 'zod';
import { phpFile } from '../php-file';
import { expectedStock } from '../expected-stock';
import type { Rules } from '../expected-stock';
import type { CatalogueSeed } from '../keycrm-server';
import type { Shop } from '../worlds/shop';

const rowSchema = z.object( {
	id: z.number(),
	name: z.string(),
	sku: z.string(),
	/** Whether the product manages its own stock. */
	managed: z.boolean(),
	stock: z.number().nullable(),
} );
export type StockRow = z.infer< typeof rowSchema >;

/** Products and variations in the shop's order; of variable products only those that manage stock. */
export async function readStock( shop: Shop ): Promise< StockRow[] > {
	return z
		.array( rowSchema )
		.parse( await shop.php( phpFile( __dirname, 'stock-table.php' ) ) );
}

export interface Line {
	readonly name: string;
	readonly sku: string;
	readonly before: number | null;
	readonly after: number | null;
	/** null: the plugin may not write it, so the number must stay. */
	readonly formula: number | null;
	readonly right: boolean;
}

export function compare(
	before: readonly StockRow[],
	after: readonly StockRow[],
	seed: CatalogueSeed,
	rules: Rules
): Line[] {
	const numbers = expectedStock( seed, rules );
	const now = new Map( after.map( ( row ) => [ row.id, row.stock ] ) );
	return before.map( ( { id, name, sku, managed, stock } ) => {
		const formula = ( managed ? numbers.get( sku ) : undefined ) ?? null;
		const found = now.get( id ) ?? null;
		return {
			name,
			sku,
			before: stock,
			after: found,
			formula,
			right: found === ( formula ?? stock ),
		};
	} );
}

function cell( value: number | null ): string {
	return ( value === null ? '–' : String( value ) ).padStart( 8 );
}

/** Cuts or pads to a width in characters as a terminal shows them. */
function text( value: string, width: number ): string {
	const characters = Array.from( value );
	return characters.length > width
		? `${ characters.slice( 0, width - 1 ).join( '' ) }…`
		: value + ' '.repeat( width - characters.length );
}

export function drawTable( lines: readonly Line[] ): string {
	return [
		`${ text( 'Product', 44 ) } ${ text(
			'SKU',
			16
		) }   before    after  formula`,
		...lines.map( ( line ) =>
			[
				text( line.name, 44 ),
				text( line.sku, 16 ),
				cell( line.before ) +
					cell( line.after ).padStart( 9 ) +
					cell( line.formula ).padStart( 9 ),
				line.right ? '' : '← WRONG',
			]
				.join( ' ' )
				.trimEnd()
		),
	].join( '\n' );
}
