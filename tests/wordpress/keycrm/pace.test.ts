/** The pace: as fast as KeyCRM allows, never faster, and slower where somebody else needs the budget. */
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
	/** What others leave of KeyCRM's budget, in any 60 seconds. */
	free: number;
	/** Ends the scene; or `minutes` do. */
	requests?: number;
	minutes?: number;
	/** What a request and the work on its answer take. */
	busy_ms?: number;
	/** What the network takes, at most, from us to KeyCRM; mostly it takes nothing. */
	jitter_ms?: number;
	/** By how much more than a space the work on each seventh answer takes. */
	late_ms?: number;
	/** What KeyCRM says in a 429; null where it says nothing. */
	retry_after_ms?: number | null;
}

const outcomeSchema = z.object( {
	/** Milliseconds from the first request, of each that was answered. */
	answered: z.array( z.int() ),
	refused: z.int(),
} );

/** Plays the pace against a sliding window of 60 seconds, without waiting. */
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

/** The most requests within any 60 seconds. */
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
		// Parsing and storing go on until the next slot.
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
	'finds its place beside a program that leaves %d requests a minute',
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

it( 'is back at full speed soon after the other program has ended', async () => {
	const shares = z.array( z.number() ).parse(
		await shop.php( `
			$now   = 1_800_000_000_000;
			$pace  = KeyCrmStock\\KeyCrm\\Client\\RequestPace::from_array( array(), 1_800_000_000_000 );
			$alone = $pace->slowed( $now, $now, $now )->slowed( $now - 5, $now, $now );
			$twice = $alone->slowed( $now + 120000, $now + 120000, $now + 180000 );
			return array( $alone->share_at( $now ), $alone->share_at( $now + 900000 ), $twice->share_at( $now + 180000 ), $twice->share_at( $now + 1800000 ) );
		` )
	);
	// A refusal of a request that was sent before the last one says nothing new.
	expect( shares[ 0 ] ).toBe( 0.5 );
	expect( shares[ 1 ] ).toBe( 1 );
	expect( shares[ 2 ] ).toBeCloseTo( 0.39, 2 );
	expect( shares[ 3 ] ).toBe( 1 );
} );
