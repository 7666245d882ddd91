import { literal } from '../json';
import type { OfferSeed } from './seed-types';

/** SKUs of the kinds in keycrm-server/API.md §3.6, each on an offer of its own. */
export function skuOddities(): OfferSeed[] {
	return [ ...SKUS.map( ( sku ) => ( { sku, quantity: 5 } ) ), ...ABSENT ];
}

const SKUS: readonly string[] = [
	'',
	'DUP-1',
	'DUP-1',
	'Case-1',
	'CASE-1',
	'Trim-1',
	' Trim-1',
	'Trim-1 ',
	'Nbsp-1\u00A0',
	'0001',
	'1',
	'1618',
	'1e3',
	'1000',
	'A,B',
	'99662_milk_m/l',
	'A&B',
	'A+B',
	'100%',
	'#5',
	'"quoted"',
	"it's",
	'Кава-1',
	'ABC-01',
	'АВС-01',
	'caf\u00E9',
	'cafe\u0301',
	'🎁-1',
	'L'.repeat( 200 ),
	'<b>bold</b><script>alert(1)</script>',
];

const ABSENT: readonly OfferSeed[] = [
	{ sku: null, quantity: 5 },
	{ sku: 'ABSENT', quantity: 5, served_without: [ 'sku' ] },
];

export interface NumberOddity {
	offer: OfferSeed;
	/** Expected number for sale; null: the row is invalid. */
	available: number | null;
}

/** Rows with the kinds of numbers in keycrm-server/API.md §3.5. */
export function numberOddities(): NumberOddity[] {
	return [
		odd( 'fraction', 12.5, 12.5 ),
		odd( 'text-fraction', '12.50', 12.5 ),
		odd( 'text', '7', 7 ),
		odd( 'decimal-comma', '7,5', null ),
		odd( 'null', null, null ),
		odd( 'empty', '', null ),
		odd( 'negative', -3, -3 ),
		odd( 'very-negative', -49_833, -49_833 ),
		odd( 'huge', 1e12, 1e12 ),
		odd( 'minus-zero', literal( '-0' ), 0 ),
		odd( 'exponent', literal( '1.2E1' ), 12 ),
		odd( 'boolean', true, null ),
		{
			offer: { sku: 'NUM-reserve-above', quantity: 3, reserve: 5 },
			available: -2,
		},
		{
			offer: { sku: 'NUM-no-reserve', served_without: [ 'reserve' ] },
			available: null,
		},
	];
}

function odd(
	name: string,
	quantity: string | number | boolean | null,
	available: number | null
): NumberOddity {
	return { offer: { sku: `NUM-${ name }`, served: { quantity } }, available };
}
