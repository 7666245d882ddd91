import * as z from 'zod/mini';
import { phpFile } from './php-file';
import { exampleSchema } from '../../src-admin/contract/connection';
import type { KeyCrmServer } from './keycrm-server';
import { startKeyCrm } from './keycrm-server';
import type { Shop } from './worlds/shop';
import { openShop } from './worlds/shop';

/** Time of sending that the test sets, in unix milliseconds. */
export const READ_AT = 1_234_567_890_123;

const rowSchema = z.object( {
	offer_id: z.int(),
	sku: z.string(),
	quantity: z.nullable( z.number() ),
	reserve: z.nullable( z.number() ),
	warehouses: exampleSchema.shape.warehouses,
	read_at: z.int(),
	problem: z.string(),
} );
type StockRow = z.infer< typeof rowSchema >;

const answerSchema = z.object( {
	rows: z.array( rowSchema ),
	/** The ErrorKind, or the class of another exception; '' if there was no error. */
	error: z.string(),
} );
type StockAnswer = z.infer< typeof answerSchema >;

export interface StockDesk {
	readonly keycrm: KeyCrmServer;
	/**
	 * Reads with the plugin's own reader, all in one PHP process.
	 *
	 * @param queries PHP expressions, each the end of `StockQuery::…`.
	 */
	ask( ...queries: readonly string[] ): Promise< StockAnswer[] >;
	/** The rows of page 1. */
	all(): Promise< StockRow[] >;
	stop(): Promise< void >;
}

/** A shop with the plugin, and an empty demo KeyCRM without a limit. */
export async function openStockDesk(): Promise< StockDesk > {
	const keycrm = await startKeyCrm( {
		behaviour: { limit_per_minute: null },
	} );
	const shop = await openShop();
	return {
		keycrm,
		ask: ( ...queries ) => ask( shop, keycrm, queries ),
		all: async () =>
			( await ask( shop, keycrm, [ 'all( 1 )' ] ) )[ 0 ]?.rows ?? [],
		stop: async () => {
			await shop.stop();
			await keycrm.stop();
		},
	};
}

async function ask(
	shop: Shop,
	keycrm: KeyCrmServer,
	queries: readonly string[]
): Promise< StockAnswer[] > {
	const makers = queries.map(
		( query ) =>
			`static fn () => KeyCrmStock\\KeyCrm\\Stock\\StockQuery::${ query }`
	);
	const answers = await shop.php(
		`$makers = array( ${ makers.join( ', ' ) } );` +
			phpFile( __dirname, 'read-stock.php', {
				url: keycrm.url,
				read_at: READ_AT,
			} )
	);
	return z.array( answerSchema ).parse( answers );
}
