import { contractProblems } from '../support/worlds/rest-contract';

const JSON_TYPE = { 'Content-Type': 'application/json; charset=UTF-8' };

function problems(
	method: string,
	path: string,
	json: unknown,
	status = 200
): string[] {
	return contractProblems( method, path, {
		status,
		headers: new Headers( JSON_TYPE ),
		text: JSON.stringify( json ),
		json,
	} );
}

const TICK = '/wp-json/keycrm-stock/v1/tick/abc';
const FAILED = {
	code: 'keycrm_stock_must_wait',
	message: 'Wait.',
	data: { status: 503 },
};

it.each( [
	[ 'a route by its path', TICK ],
	[ 'a route in the query', '/?rest_route=/keycrm-stock/v1/tick/abc' ],
	[ 'a shop in a folder', `/shop${ TICK }` ],
] )( 'accepts %s, and checks its answer', ( _what, path ) => {
	expect( problems( 'POST', path, { status: 'idle', phase: '' } ) ).toEqual(
		[]
	);
	expect( problems( 'POST', path, { status: 1, phase: '' } ) ).not.toEqual(
		[]
	);
} );

it.each( [
	[ 'a field too many', { status: 'idle', phase: '', more: 1 }, '/more' ],
	[ 'a field that is missing', { status: 'idle' }, '/phase' ],
	[ 'a number in place of a text', { status: 1, phase: '' }, '/status' ],
	[ 'no JSON', undefined, '/' ],
] )( 'reports %s', ( _what, json, field ) => {
	expect( problems( 'POST', TICK, json ).join() ).toContain( field );
} );

it( 'reports an unknown field inside a list', () => {
	const json = {
		done: [],
		left: [ { product_id: 1, reason: '', x: 1 } ],
		message: '',
	};
	expect(
		problems( 'POST', '/wp-json/keycrm-stock/v1/unmatched/include', json )
	).toEqual( [ '/left/0/x is not in the contract' ] );
} );

it( 'reports a route without a schema', () => {
	expect(
		problems( 'GET', '/wp-json/keycrm-stock/v1/news', {} ).join()
	).toContain( 'no schema' );
} );

it.each( [
	[ 'an error of ours', FAILED, true ],
	[
		'a code that nobody listed',
		{ ...FAILED, code: 'keycrm_stock_x' },
		false,
	],
	[
		'a field too many in its data',
		{ ...FAILED, data: { status: 503, trace: 'x' } },
		false,
	],
	[ 'an empty sentence', { ...FAILED, message: '' }, false ],
	[
		"WordPress's own error",
		{ code: 'rest_forbidden', message: 'No.', data: { status: 401 } },
		true,
	],
	[ 'an error of nobody', { code: 'x', message: 'No.', data: {} }, false ],
] )( 'error answers: %s', ( _what, json, good ) => {
	expect( problems( 'POST', TICK, json, 503 ).length === 0 ).toBe( good );
} );

it( "ignores WordPress's list of routes and other plugins' routes", () => {
	expect( problems( 'GET', '/wp-json/keycrm-stock/v1', {} ) ).toEqual( [] );
	expect( problems( 'GET', '/wp-json/wc/v3/products', [] ) ).toEqual( [] );
} );

it.each( [
	[ 'nothing, as a process that was killed', 'text/html', '', true ],
	[ 'nothing, after the headers', 'application/json', '', true ],
	[ 'JSON of nothing', 'application/json', 'null', false ],
	[ 'a page', 'text/html', '<p>Hello', false ],
] )( 'an answer of 200 with %s', ( _what, type, text, isIgnored ) => {
	const found = contractProblems( 'POST', TICK, {
		status: 200,
		headers: new Headers( { 'Content-Type': type } ),
		text,
		json: undefined,
	} );
	expect( found.length === 0 ).toBe( isIgnored );
} );
