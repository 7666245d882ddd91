/**
 * `npm run bench`: what the plugin costs, on native PHP and MariaDB.
 *
 * --only write,front  only these parts: sync, second-look, write, pace, front, admin, webhook, latency, push, day
 * --sizes 1000,10000  how many offers, and as many products, the part sync has
 * --products 1000     how many products the part write has
 * --all-cores         not kept on one core
 */
import { parseArgs } from 'node:util';
import { cpus } from 'node:os';
import { shareMariaDb } from '../support/worlds/native/mariadb';
import { findSources } from '../support/worlds/sources';
import { describeWorld, openEngine } from '../support/worlds/world';
import { adminPart } from './parts/admin';
import { dayPart } from './parts/day';
import { frontPart } from './parts/front';
import { latencyPart } from './parts/latency';
import { PacePart } from './parts/pace';
import { pushPart } from './parts/push';
import { secondLookPart } from './parts/missing-offers';
import { syncPart } from './parts/sync';
import { webhookPart } from './parts/webhook';
import { writePart } from './parts/write';
import { stayOnOneCore } from './one-core';
import { print, tell } from './report';
import type { Row } from './report';

const { values } = parseArgs( {
	options: {
		only: { type: 'string' },
		sizes: { type: 'string', default: '1000,10000,100000' },
		products: { type: 'string', default: '1000' },
		'all-cores': { type: 'boolean', default: false },
	},
} );

const numbers = ( list: string ) => list.split( ',' ).map( Number );

const pace = new PacePart();

const PARTS: Record< string, () => Promise< Row[] > > = {
	sync: () => syncPart( numbers( values.sizes ) ),
	'second-look': () => secondLookPart(),
	write: () => writePart( Number( values.products ) ),
	pace: () => pace.rows(),
	front: () => frontPart(),
	admin: () => adminPart(),
	webhook: () => webhookPart(),
	latency: () => latencyPart(),
	push: () => pushPart(),
	day: () => dayPart(),
};

async function main(): Promise< boolean > {
	process.env[ 'TEST_WORLD' ] = 'native';
	process.env[ 'PLUGIN_FROM' ] ??= 'source';
	const on_one_core = ! values[ 'all-cores' ] && process.platform === 'linux';
	if ( on_one_core ) {
		stayOnOneCore();
	}
	const names = values.only?.split( ',' ) ?? Object.keys( PARTS );
	const server = await shareMariaDb();
	try {
		const engine = await openEngine();
		const { words } = describeWorld( engine, findSources() );
		await engine.stop();
		const rows: Row[] = [];
		const before_pace = names.slice(
			0,
			Math.max( 0, names.indexOf( 'pace' ) )
		);
		for ( const name of names ) {
			if ( before_pace.includes( name ) ) {
				await pace.round();
			}
			const part = PARTS[ name ];
			if ( part === undefined ) {
				throw new Error( `There is no part "${ name }".` );
			}
			tell( `part ${ name }` );
			rows.push( ...( await part() ) );
		}
		console.log(
			`\n${ words }; ${ on_one_core ? 'one core of' : 'cores:' } ${
				cpus().length
			}.`
		);
		print( rows );
		return rows.every( ( { reached } ) => reached !== false );
	} finally {
		await server.stop();
	}
}

main().then(
	( reached ) => {
		process.exitCode = reached ? 0 : 1;
	},
	( error: unknown ) => {
		console.error( error );
		process.exitCode = 1;
	}
);
