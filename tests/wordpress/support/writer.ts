/** Calls the plugin's classes of Shop/ directly, without runs and without KeyCRM. */
import { z } from 'zod';
import type { Shop } from '../../support/worlds/shop';

/** PHP: makes `$catalogue` and `$writer`. */
export const SHOP_ROOM = `
	global $wpdb;
	$database  = new KeyCrmStock\\Database\\Database( $wpdb );
	$catalogue = new KeyCrmStock\\Shop\\Catalogue\\Catalogue( $database, new KeyCrmStock\\Shop\\Catalogue\\Translations( $database ) );
	$writer    = new KeyCrmStock\\Shop\\Stock\\StockWriter( $database, $catalogue, new KeyCrmStock\\Shop\\Catalogue\\ShopStockSettings(), new KeyCrmStock\\Shop\\OtherPlugin\\KeyCrmOfficialPlugin() );
`;

const writtenSchema = z.object( {
	before: z.number().nullable(),
	after: z.number().nullable(),
	outcome: z.string(),
	problem: z.string(),
} );

export type Written = z.infer< typeof writtenSchema >;

/** Parses a PHP array with ids as keys; json_encode() makes an empty one a list. */
const byId = < T extends z.ZodType >( value: T ) =>
	z
		.union( [
			z.record( z.string(), value ),
			z.array( z.never() ).transform( () => ( {} ) ),
		] )
		.transform(
			( rows ): Map< number, z.output< T > > =>
				new Map(
					Object.entries( rows ).map( ( [ id, row ] ) => [
						Number( id ),
						row,
					] )
				)
		);

const idsSchema = z.record( z.string(), z.number() );

export interface WriteCall {
	/** By product id; null leaves the number. */
	readonly numbers: ReadonlyMap< number, number | null >;
	readonly enable?: boolean;
	readonly emails?: boolean;
	/** The page is one product, whose missing rows may be added. */
	readonly addsRows?: boolean;
	/** PHP that runs first, in the same request. */
	readonly before?: string;
	/** PHP statements for the callback before the commit, which has `$results`. */
	readonly beforeCommit?: string;
}

function phpMap( numbers: ReadonlyMap< number, number | null > ): string {
	const pairs = [ ...numbers ].map(
		( [ id, number ] ) => `${ id } => ${ number ?? 'null' }`
	);
	return `array( ${ pairs.join( ', ' ) } )`;
}

/** PHP: one call of write_page(), leaving `$results`. */
export function writeCode( call: WriteCall ): string {
	const { enable = false, emails = false, addsRows = false } = call;
	return `
		${ SHOP_ROOM }
		${ call.before ?? '' }
		$numbers       = ${ phpMap( call.numbers ) };
		$before_commit = static function ( array $results ): void { ${
			call.beforeCommit ?? ''
		} };
		$options       = new KeyCrmStock\\Shop\\Stock\\WriteOptions( ${ enable }, ${ emails }, ${ addsRows } );
		$results       = $writer->write_page( array_keys( $numbers ), static fn (): array => $numbers, $before_commit, $options );
	`;
}

const RESULTS = `array_map( static fn ( $result ) => array(
	'before' => $result->before, 'after' => $result->after, 'outcome' => $result->outcome->value, 'problem' => $result->problem,
), $results )`;

/** Returns the outcome of each product. */
export async function write(
	shop: Shop,
	call: WriteCall
): Promise< Map< number, Written > > {
	return byId( writtenSchema ).parse(
		await shop.php( `${ writeCode( call ) } return ${ RESULTS };` )
	);
}

/** Runs PHP that returns ids by name. */
export async function seed(
	shop: Shop,
	code: string
): Promise< ( name: string ) => number > {
	const ids = idsSchema.parse( await shop.php( code ) );
	return ( name ) => {
		const id = ids[ name ];
		if ( id === undefined ) {
			throw new Error( `No product was seeded as ${ name }.` );
		}
		return id;
	};
}
