/**
 * Compares the stand-in's names, parameters and defaults with WooCommerce's in php-stubs/woocommerce-stubs. Without PHP
 * the test is skipped.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join( __dirname, '../..' );
const COMPARE = join( ROOT, 'tests/support/stand-in-signatures/compare.php' );
const STUBS = join( ROOT, 'vendor/php-stubs/woocommerce-stubs' );

const has = ( program: string ) =>
	spawnSync( program, [ '--version' ] ).status === 0;

const hasStubs = existsSync( STUBS );
const canCompare = has( 'php' ) && ( hasStubs || has( 'composer' ) );

if ( ! canCompare ) {
	console.warn(
		'LEFT OUT: the stand-in is not compared with WooCommerce’s signatures, because PHP or Composer is not on this machine.'
	);
}

( canCompare ? test : test.skip )(
	'every function and method of the stand-in is declared as in WooCommerce',
	() => {
		if ( ! hasStubs ) {
			throw new Error(
				'WooCommerce’s signatures are not here yet. Run "composer install" first.'
			);
		}
		const answer = execFileSync( 'php', [ COMPARE ], { encoding: 'utf8' } );
		expect( answer ).toContain( '"differences": []' );
		expect( answer ).not.toContain( '"compared": 0,' );
	}
);
