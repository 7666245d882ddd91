/**
 * Compares PHP with src-admin/contract: the values of enums, and the error codes.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as contract from '../../src-admin/contract';
import { ROOT } from '../support/worlds/paths';
import { enumsIn, textsOfNew } from './php-names';

const SOURCES = join( ROOT, 'src-php-bridge' );

const files = readdirSync( SOURCES, { recursive: true, encoding: 'utf8' } )
	.filter( ( name ) => name.endsWith( '.php' ) )
	.map( ( name ) => {
		const path = join( SOURCES, name );
		return [
			relative( ROOT, path ),
			readFileSync( path, 'utf8' ),
		] as const;
	} );
const enums = new Map(
	files.flatMap( ( [ name, code ] ) => [ ...enumsIn( code, name ) ] )
);

const { facts, run } = {
	facts: contract.factsSchema.shape,
	run: contract.runSchema.shape,
};

const ON_THE_WIRE: Record< string, readonly string[] > = {
	Action: contract.factActionSchema.options,
	AutomationState: facts.automation.shape.state.options,
	BufferSource: contract.BUFFER_FROM,
	ChangeDirection: contract.directionSchema.options,
	CoverageState: facts.coverage.shape.state.options,
	FreshnessState: facts.freshness.shape.state.options,
	Headline: contract.headlineStateSchema.options,
	LimitKind: contract.LIMIT_KINDS,
	MismatchAction: contract.fixActionSchema.options,
	MismatchGroup: contract.mismatchGroupSchema.options,
	OpenOrderMode: contract.HOLD_MODES,
	Outcome: contract.outcomeSchema.options,
	RunMode: run.mode.options,
	RunPhase: run.phase.options,
	RunStatus: run.status.options,
	RunTrigger: run.trigger.options,
	Side: contract.sideSchema.options,
	TrialOutcome: contract.WEBHOOK_TRIAL_CODES,
	WakeUpWay: contract.WAKE_UP_WAYS,
	WebhookKind: contract.webhookKindSchema.options,
};

/** Enums that are in no REST answer: only PHP's code, the database, a form or a URL of wp-admin uses them. */
const INSIDE = [
	'ChangeSort',
	'ErrorKind',
	'ExcludeInput',
	'LineState',
	'ProductKind',
	'ProductSyncState',
	'SkuDifference',
	'StockFlaw',
	'StockManagement',
];

test.each( Object.entries( ON_THE_WIRE ) )(
	'%s has the values of the contract',
	( name, values ) => {
		expect( [ ...( enums.get( name ) ?? [] ) ].sort() ).toEqual(
			[ ...values ].sort()
		);
	}
);

test( 'each enum is in the contract or named as internal', () => {
	expect( [ ...enums.keys() ].sort() ).toEqual(
		[ ...Object.keys( ON_THE_WIRE ), ...INSIDE ].sort()
	);
} );

test( 'the contract lists the error codes of failed runs', () => {
	const constants = files
		.filter( ( [ name ] ) => /\/Run(Error|Failed)\.php$/.test( name ) )
		.flatMap( ( [ , code ] ) => [
			...code.matchAll( /public const [A-Z_]+ = '(\w+)'/g ),
		] )
		.map( ( [ , value = '' ] ) => value );
	const thrown = files.flatMap( ( [ name, code ] ) =>
		textsOfNew( code, name )
			.filter( ( [ type ] ) => type === 'RunError' )
			.map( ( [ , value ] ) => value )
	);
	const keys = [ 'key_invalid', 'key_unreadable', 'no_key' ];
	expect(
		[
			...new Set( [
				...constants,
				...thrown,
				...keys,
				...( enums.get( 'ErrorKind' ) ?? [] ),
			] ),
		].sort()
	).toEqual( [ ...contract.RUN_ERROR_CODES ] );
} );

test( 'the contract lists the error codes of refused requests', () => {
	const known = new Set< string >( [
		...contract.RUN_ERROR_CODES,
		...contract.REQUEST_ERROR_CODES,
	] );
	const used = files.flatMap( ( [ name, code ] ) => [
		...textsOfNew( code, name ).flatMap( ( [ type, value ] ) =>
			/\bWP_Error$/.test( type ) && value.startsWith( 'keycrm_stock_' )
				? [ value.slice( 'keycrm_stock_'.length ) ]
				: []
		),
		...[ ...code.matchAll( /self::error\( '(\w+)'/g ) ].map(
			( [ , value = '' ] ) => value
		),
	] );
	expect( used.filter( ( code ) => code && ! known.has( code ) ) ).toEqual(
		[]
	);
	expect(
		contract.REQUEST_ERROR_CODES.filter(
			( code ) => ! used.includes( code )
		)
	).toEqual( [] );
} );
