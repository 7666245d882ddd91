/** Tests the pace: as fast as KeyCRM allows, never faster, and slower while another program uses the budget. */
import * as z from 'zod/mini';
import { phpFile } from '../../support/php-file';
import { openShop } from '../../support/worlds/shop';
import type { Shop } from '../../support/worlds/shop';

let shop: Shop;
beforeAll( async () => {
	shop = await openShop();
} );
afterAll( () => shop.stop() );

interface Scene {
	/** The setting. */
	per_minute: number;
	/** Requests that other programs leave us in any 60 seconds. */
	free: number;
	/** Ends the scene after so many requests; otherwise `minutes` ends it. */
	requests?: number;
	minutes?: number;
	/** Duration of a request with the work on its answer. */
	busy_ms?: number;
	/** Largest delay of the network from us to KeyCRM; most requests have none. */
	jitter_ms?: number;
	/** How much longer than a space the work on every seventh answer takes. */
	late_ms?: number;
	/** The Retry-After of a 429, or null if it has none. */
	retry_after_ms?: number | null;
}

const outcomeSchema = z.object( {
	/** Time of each answered request in milliseconds since the first one. */
	answered: z.array( z.int() ),
	refused: z.int(),
} );

/** Simulates the pace against a sliding window of 60 seconds, without waiting. */
async function play( scene: Scene ) {
	const whole = {
		requests: 100_000,
		minutes: 100_000,
		busy_ms: 300,
		jitter_ms: 0,
		late_ms: 0,
		retry_after_ms: null,
		...scene,
	};
	return outcomeSchema.parse(
		await shop.php(
			phpFile( __dirname, 'pace-scene.php', { scene: whole } )
		)
	);
}

/** Returns the largest number of requests within any 60 seconds. */
function busiestMinute( times: readonly number[] ): number {
	return Math.max(
		...times.map(
			( from ) =>
				times.filter( ( time ) => time >= from && time < from + 60_000 )
					.length
		)
	);
}

it.each( [
	{ per_minute: 58, free: 60 },
	{ per_minute: 60, free: 60 },
	{ per_minute: 60, free: 60, jitter_ms: 450 },
	{ per_minute: 60, free: 60, jitter_ms: 950 },
	{ per_minute: 60, free: 60, jitter_ms: 450, late_ms: 250 },
	{ per_minute: 60, free: 60, jitter_ms: 250, busy_ms: 1200 },
	{ per_minute: 40, free: 60 },
	{ per_minute: 120, free: 120 },
] )(
	'reads 10,000 offers at $per_minute a minute without a refusal',
	async ( scene ) => {
		const { answered, refused } = await play( { ...scene, requests: 200 } );
		expect( refused ).toBe( 0 );
		expect( busiestMinute( answered ) ).toBeLessThanOrEqual(
			scene.per_minute
		);
		const on_its_way = Math.max(
			200,
			( scene.jitter_ms ?? 0 ) + ( scene.late_ms ?? 0 )
		);
		const space = Math.max(
			( 60_000 + on_its_way ) / scene.per_minute,
			scene.busy_ms ?? 0
		);
		expect( answered.at( -1 ) ).toBeLessThan( 199 * space * 1.001 );
	}
);

it( 'takes at most 1.05 × N/50 seconds of slots at KeyCRM’s 60 a minute', async () => {
	for ( const per_minute of [ 58, 60 ] ) {
		// Parsing and storing take until the next slot.
		const { answered } = await play( {
			per_minute,
			free: 60,
			requests: 200,
			busy_ms: 950,
		} );
		expect( ( answered.at( -1 ) ?? 0 ) / 200_000 ).toBeLessThan( 1.05 );
	}
} );

it( 'makes up for a late request, but not for a pause', async () => {
	const spaces = z
		.array( z.int() )
		.parse( await shop.php( phpFile( __dirname, 'pace-late.php' ) ) );
	expect( spaces ).toEqual( [ 1200, 1000, 1100, 30_000, 1100, 1100 ] );
} );

it.each( [ 40, 30, 20, 10 ] )(
	'adapts to a program that leaves %d requests a minute',
	async ( free ) => {
		for ( const retry_after_ms of [ null, 5000 ] ) {
			const { answered, refused } = await play( {
				per_minute: 58,
				free,
				minutes: 120,
				retry_after_ms,
			} );
			expect( answered.length ).toBeGreaterThan( free * 120 * 0.7 );
			expect( refused ).toBeLessThan( 25 );
		}
	}
);

it( 'returns to full speed soon after the other program has ended', async () => {
	const shares = z.array( z.number() ).parse(
		await shop.php( `
			$now   = 1_800_000_000_000;
			$pace  = KeyCrmStock\\KeyCrm\\Client\\RequestPace::from_array( array(), 1_800_000_000_000 );
			$alone = $pace->slowed( $now, $now, $now )->slowed( $now - 5, $now, $now );
			$twice = $alone->slowed( $now + 120000, $now + 120000, $now + 180000 );
			return array( $alone->share_at( $now ), $alone->share_at( $now + 900000 ), $twice->share_at( $now + 180000 ), $twice->share_at( $now + 1800000 ) );
		` )
	);
	// A refusal of a request that was sent before the last one does not slow the pace again.
	expect( shares[ 0 ] ).toBe( 0.5 );
	expect( shares[ 1 ] ).toBe( 1 );
	expect( shares[ 2 ] ).toBeCloseTo( 0.39, 2 );
	expect( shares[ 3 ] ).toBe( 1 );
} );
