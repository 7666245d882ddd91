import { startKeyCrm } from './start';
import { demoCatalogue } from './seeds/demo';
import { generatedCatalogue } from './seeds/generated';

/**
 * Usage: `tsx tests/support/keycrm-server/main.ts [port] [offers]`. Without a
 * number of offers it holds the demo shop.
 */
async function main(): Promise< void > {
	const [ port = '0', offers ] = process.argv.slice( 2 );
	const server = await startKeyCrm( {
		port: Number( port ),
		catalogue:
			undefined === offers
				? demoCatalogue().seed
				: generatedCatalogue( Number( offers ) ),
	} );
	process.stdout.write(
		`Demo KeyCRM: ${ server.origin }/\n` +
			`API:         ${ server.url }\n` +
			`Key:         ${ server.world.key }\n`
	);
}

main().catch( ( error: unknown ) => {
	process.stderr.write( `${ String( error ) }\n` );
	process.exitCode = 1;
} );
