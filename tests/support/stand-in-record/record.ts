/**
 * Runs the scenarios on the real WooCommerce and records what it does. To be run after each new version:
 * `TEST_WORLD=native npx tsx tests/support/stand-in-record/record.ts`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { openShop } from '../worlds/shop';
import { expectedFile, play, SCENARIOS } from './scenarios';

async function main(): Promise< void > {
	process.env[ 'TEST_WOOCOMMERCE' ] = 'real';
	const shop = await openShop( { activate: 'absent' } );
	try {
		for ( const scenario of SCENARIOS ) {
			const steps = await shop.php( play( scenario ) );
			const file = expectedFile( scenario );
			mkdirSync( dirname( file ), { recursive: true } );
			writeFileSync( file, `${ JSON.stringify( steps, null, '\t' ) }\n` );
			process.stdout.write( `${ scenario.name }: recorded\n` );
		}
	} finally {
		await shop.stop();
	}
}

void main();
