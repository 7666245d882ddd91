/**
 * `npm start`: installs the built zip in a demo shop, syncs it and checks the numbers.
 *
 * --once          ends after the table; the exit status is 1 if a number differs from the formula
 * --unconfigured  leaves the set-up to you
 * --dev           `npm run dev`: the plugin's folders instead of the zip; a saved class or component is there
 *                 after a reload (only the plugin's header is a copy)
 */
import { keep, untilReady } from '../support/worlds/keeper';
import type { Kept } from '../support/worlds/keeper';
import { run as runCommand } from './run';
import type { Rules } from '../support/expected-stock';
import {
	findWarehouses,
	saveSettings,
	sync,
	testConnection,
	webhookUrl,
} from '../support/demo/rest';
import { openStack } from '../support/demo/stack';
import type { Stack } from '../support/demo/stack';
import { compare, drawTable, readStock } from '../support/demo/stock-table';

function tell( words: string ): void {
	console.log( words );
}

/** All warehouses but the one for repairs; what is reserved is not for sale. */
async function configure( { shop, keycrm }: Stack ): Promise< Rules > {
	tell( 'Connecting the two' );
	await saveSettings( shop, { api_key: keycrm.key } );
	tell( `  the key works: ${ await testConnection( shop ) } offers` );
	const found = await findWarehouses( shop );
	const chosen = found.filter( ( { name } ) => name !== 'Ремонт' );
	tell(
		`  warehouses: ${ chosen.map( ( { name } ) => name ).join( ', ' ) }`
	);
	const rules = {
		warehouses: chosen.map( ( { id } ) => id ),
		subtract_reserve: true,
		buffer: 0,
	};
	await saveSettings( shop, {
		warehouse_ids: rules.warehouses,
		subtract_reserve: rules.subtract_reserve,
		buffer: rules.buffer,
	} );
	return rules;
}

/** After this, each change of a quantity or a status in the demo KeyCRM reaches the shop at once. */
async function connectWebhooks( { shop, keycrm }: Stack ): Promise< void > {
	keycrm.world.webhooks.connect( {
		url: await webhookUrl( shop ),
		kinds: [ 'stock', 'order' ],
	} );
	tell( '  KeyCRM’s webhooks call the shop' );
}

/** @return How many numbers are wrong. */
async function firstSync( stack: Stack, rules: Rules ): Promise< number > {
	const { shop, catalogue } = stack;
	const before = await readStock( shop );
	tell( 'First sync' );
	const run = await sync( shop, ( { phase, progress } ) =>
		tell(
			`  ${ phase }: ${ progress.done } of ${ progress.total } ${ progress.unit }`
		)
	);
	const lines = compare(
		before,
		await readStock( shop ),
		catalogue.seed,
		rules
	);
	const wrong = lines.filter( ( { right } ) => ! right ).length;
	tell( `\n${ drawTable( lines ) }\n` );
	tell(
		Object.entries( run.counts )
			.filter( ( [ , count ] ) => count > 0 )
			.map( ( [ outcome, count ] ) => `${ outcome } ${ count }` )
			.join( ', ' )
	);
	tell(
		`The run ${ run.status }${
			run.error === null ? '' : `: ${ run.error.message }`
		}. ` +
			`${ lines.length - wrong } of ${ lines.length } numbers are right.`
	);
	return run.status === 'succeeded' ? wrong : Math.max( wrong, 1 );
}

function addresses( { adminUrl, keycrm, shop }: Stack ): string {
	return [
		'',
		`  Admin screen (signs you in): ${ adminUrl }`,
		`  Shop:                        ${ shop.url }/`,
		`  Demo KeyCRM (sell, receive): ${ keycrm.origin }/`,
		`  API key:                     ${ keycrm.key }`,
		'',
		'Ctrl-C ends it.',
	].join( '\n' );
}

function untilInterrupted(): Promise< void > {
	return new Promise( ( resolve ) => {
		for ( const signal of [ 'SIGINT', 'SIGTERM' ] as const ) {
			process.once( signal, () => resolve() );
		}
	} );
}

async function buildZip(): Promise< void > {
	tell( 'Building the zip' );
	const built = await runCommand(
		[ 'npm', 'run', '--silent', 'zip' ],
		'quiet'
	);
	if ( ! built.ok ) {
		throw new Error( built.output );
	}
}

/** Builds the screen, and builds it again whenever something in src-admin is saved. */
async function watchScreen(): Promise< Kept > {
	tell( 'Building the screen, and watching it' );
	const webpack = keep(
		'npm',
		[ 'run', '--silent', 'watch' ],
		{},
		( words ) => process.stdout.write( words )
	);
	await untilReady( webpack, 'Webpack', () =>
		Promise.resolve( webpack.output().includes( ' compiled ' ) )
	);
	return webpack;
}

async function main( args: ReadonlySet< string > ): Promise< number > {
	const isDev = args.has( '--dev' );
	const webpack = isDev ? await watchScreen() : await buildZip();
	const stack = await openStack( tell, isDev ? 'folders' : 'zip' );
	if ( stack.shop.world.woocommerce === 'stand-in' ) {
		tell(
			'\n  !!! This shop runs on the WooCommerce STAND-IN of tests/support, not on WooCommerce. !!!\n'
		);
	}
	try {
		const wrong = args.has( '--unconfigured' )
			? 0
			: await firstSync( stack, await configure( stack ) );
		if ( ! args.has( '--once' ) ) {
			if ( ! args.has( '--unconfigured' ) ) {
				await connectWebhooks( stack );
			}
			tell( addresses( stack ) );
			// The timer keeps the process alive; a listener for signals does not.
			const alive = setInterval( () => undefined, 60_000 );
			await untilInterrupted();
			clearInterval( alive );
		}
		return wrong;
	} finally {
		await stack.stop();
		await webpack?.stop();
	}
}

main( new Set( process.argv.slice( 2 ) ) ).then(
	( wrong ) => {
		process.exitCode = wrong > 0 ? 1 : 0;
	},
	( error: unknown ) => {
		console.error( error );
		process.exitCode = 1;
	}
);
