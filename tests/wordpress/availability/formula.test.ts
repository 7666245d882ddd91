/** Tests the formula and its sentence with the same cases in PHP and in the screen's TypeScript. */
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { phpFile } from '../../support/php-file';
import {
	editableSettingsSchema,
	partsSchema,
	type EditableSettings,
	type Parts,
} from '../../../src-admin/contract';
import { applyFormula } from '../../../src-admin/features/formula/formula';
import { sumSentence } from '../../../src-admin/features/formula/sum-sentence';
import { SENTENCES } from '../../support/sentence-table';
import { SUM_CASES } from '../../support/sum-table';
import type { Shop } from '../../support/worlds/shop';
import { openShop } from '../../support/worlds/shop';

type Rows = Parts[ 'warehouses' ];

interface Case {
	readonly rows: Rows;
	readonly rule: EditableSettings;
	readonly held: number;
}

const DEFAULTS = editableSettingsSchema.parse( {} );

const amount = fc
	.integer( { min: -20_000, max: 200_000 } )
	.map( ( thousandths ) => thousandths / 1000 );
const warehouse = fc.record( {
	id: fc.integer( { min: 1, max: 4 } ),
	name: fc.constantFrom( 'Main', 'Склад №2', '' ),
	quantity: fc.oneof( fc.nat( 200 ), amount ),
	reserve: fc.oneof( fc.nat( 20 ), amount ),
} );
const limit = fc.record( {
	warehouse_id: fc.integer( { min: 1, max: 5 } ),
	kind: fc.constantFrom( 'share' as const, 'ceiling' as const ),
	percent: fc.integer( { min: 0, max: 100 } ),
	pieces: fc.nat( 100 ),
} );
const anyCase: fc.Arbitrary< Case > = fc.record( {
	rows: fc.uniqueArray( warehouse, {
		maxLength: 4,
		selector: ( { id } ) => id,
	} ),
	rule: fc
		.record( {
			warehouse_ids: fc.uniqueArray( fc.integer( { min: 1, max: 4 } ) ),
			warehouse_limits: fc.uniqueArray( limit, {
				maxLength: 4,
				selector: ( { warehouse_id } ) => warehouse_id,
			} ),
			subtract_reserve: fc.boolean(),
			buffer: fc.nat( 20 ),
			allow_negative: fc.boolean(),
		} )
		.map( ( rule ) => ( { ...DEFAULTS, ...rule } ) ),
	held: fc.constantFrom( 0, 0, 1, 2.5 ),
} );

const answerSchema = z.array(
	z.object( { parts: partsSchema, says: z.string() } )
);

let shop: Shop;
beforeAll( async () => {
	shop = await openShop();
} );
afterAll( () => shop.stop() );

async function reckonedByPhp( cases: readonly Case[] ) {
	const answer = await shop.php(
		phpFile( __dirname, 'formula-cases.php', { cases } )
	);
	return answerSchema.parse( answer );
}

/** Computes the sum with the screen's formula. The screen knows no orders, so open orders are subtracted here. */
function sumOnScreen( { rows, rule, held }: Case ): Parts {
	const parts = applyFormula( rows, rule );
	const exact = Number( ( parts.exact - held ).toFixed( 6 ) );
	const whole = Math.floor( exact );
	return {
		...parts,
		held,
		held_orders: 0 === held ? [] : [ { id: 1042, quantity: held } ],
		exact,
		available: rule.allow_negative ? whole : Math.max( 0, whole ),
	};
}

/** Makes numbers comparable where PHP and JavaScript print −0 or 0.30000000000000004 differently. */
const plain = ( parts: Parts ): unknown =>
	JSON.parse( JSON.stringify( parts ) );

it( 'gives the results of the table', async () => {
	const answers = await reckonedByPhp(
		SUM_CASES.map( ( { rows, rule } ) => ( {
			rows: [ ...rows ],
			rule: { ...DEFAULTS, ...rule },
			held: 0,
		} ) )
	);
	expect( answers.map( ( { says } ) => says ) ).toEqual(
		SUM_CASES.map( ( { says } ) => says )
	);
} );

it( 'gives the same result in PHP and on the screen, for random numbers', async () => {
	const cases = fc.sample( anyCase, { numRuns: 1000, seed: 20_261_122 } );
	const answers = await reckonedByPhp( cases );
	expect( answers ).toHaveLength( cases.length );
	answers.forEach( ( { parts, says }, place ) => {
		const one = cases[ place ];
		if ( undefined === one ) {
			throw new Error( 'More answers than cases.' );
		}
		const here = sumOnScreen( one );
		expect( { one, parts: plain( parts ) } ).toEqual( {
			one,
			parts: plain( here ),
		} );
		expect( says ).toBe( sumSentence( here ) );
	} );
} );

it( 'gives the sentences of the table for sums with orders', async () => {
	const said = await shop.php(
		phpFile( __dirname, 'formula-sentences.php', {
			sums: SENTENCES.map( ( [ parts ] ) => parts ),
		} )
	);
	expect( said ).toEqual( SENTENCES.map( ( [ , says ] ) => says ) );
} );
