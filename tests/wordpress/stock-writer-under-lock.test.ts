/** What the writer spares WooCommerce under the lock: what listeners are told must be true all the same. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openShop } from '../support/worlds/shop';
import type { Shop } from '../support/worlds/shop';
import { HOOK_DIARY } from './support/hook-diary';
import { seedVariedShop } from './support/varied-shop';
import { write } from './support/writer';

const native = process.env[ 'TEST_WORLD' ] === 'native';

/** Notes the number that WooCommerce names to filters, and the statements that look for one. */
const LISTENER = `
	$GLOBALS['told'] = array();
	add_filter( 'woocommerce_update_product_stock_query', static function ( $sql, $id, $number, $operation ) {
		$GLOBALS['told'][] = array( $id, $number, $operation );
		return $sql;
	}, 10, 4 );
	define( 'SAVEQUERIES', true );`;

const LOOKS = `count( array_filter( $GLOBALS['wpdb']->queries, static fn ( $query ) => str_starts_with( $query[0], 'SELECT meta_value FROM' ) ) )`;

let shop: Shop;
let idOf: ( name: string ) => number;

beforeAll( async () => {
	shop = await openShop( { mu: { diary: HOOK_DIARY } } );
	idOf = await seedVariedShop( shop );
} );
afterAll( () => shop.stop() );

async function writeBoth( number: number ): Promise< unknown > {
	const ids = [ idOf( 'plain' ), idOf( 'low' ) ];
	const results = await write( shop, {
		numbers: new Map( ids.map( ( id ) => [ id, number ] ) ),
		before: LISTENER,
		beforeCommit: `update_option( 'told', array( $GLOBALS['told'], ${ LOOKS } ) );`,
	} );
	expect( [ ...results.values() ].map( ( { after } ) => after ) ).toEqual( [
		number,
		number,
	] );
	expect(
		await shop.php(
			`return array( ${ ids
				.map(
					( id ) => `wc_get_product( ${ id } )->get_stock_quantity()`
				)
				.join( ', ' ) } );`
		)
	).toEqual( [ number, number ] );
	return shop.php( `return get_option( 'told' );` );
}

const told = ( number: number, operation: string ) =>
	[ idOf( 'plain' ), idOf( 'low' ) ]
		.sort( ( a, b ) => a - b )
		.map( ( id ) => [ id, number, operation ] );

it( 'names the true number to listeners, and asks for none that it holds locked', async () => {
	// SQLite's drop-in answers its own questions.
	const looks = native ? 0 : 2;
	expect( await writeBoth( 61 ) ).toEqual( [
		told( 61, 'increase' ),
		looks,
	] );
	expect( await writeBoth( 44 ) ).toEqual( [
		told( 44, 'decrease' ),
		looks,
	] );
} );

( native ? it : it.skip )(
	'lets another database class read the number itself',
	async () => {
		writeFileSync(
			join( shop.dir, 'wp-content/db.php' ),
			`<?php
			class Other_Database extends wpdb {
				public function query( $query ) {
					$this->flush(); // Some do so before anybody is asked.
					return parent::query( $query );
				}
			}
			$wpdb = new Other_Database( DB_USER, DB_PASSWORD, DB_NAME, DB_HOST );`
		);
		expect( await writeBoth( 52 ) ).toEqual( [
			told( 52, 'increase' ),
			2,
		] );
	}
);
