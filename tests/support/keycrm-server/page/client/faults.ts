import { addFault, readFaults, removeFault } from './api';
import { button, byId, make } from './dom';

/** The faults that the page offers. */
const CHOICES: Record< string, object > = {
	'Too many requests (429)': { kind: 'rate_limited' },
	'Too many requests, wait 20 s': {
		kind: 'rate_limited',
		retry_after: { as: 'seconds', seconds: 20 },
	},
	'Key refused (401)': { kind: 'status', status: 401 },
	'Account not paid (402)': { kind: 'status', status: 402 },
	'Server error (500)': { kind: 'status', status: 500 },
	'Bad gateway (502)': { kind: 'status', status: 502 },
	'Slow: 5 seconds': { kind: 'slow', ms: 5000 },
	'No answer at all': { kind: 'hang' },
	'Connection cut in mid-answer': { kind: 'reset', when: 'in_body' },
	'HTML instead of JSON': { kind: 'body', change: 'html' },
	'Half of the JSON': { kind: 'body', change: 'truncated' },
	'The total changes': { kind: 'total', by: 1 },
	'Rows in another order each time': { kind: 'shuffle' },
	'Filters are ignored': { kind: 'filters_ignored' },
	'Warehouse 2 vanishes': { kind: 'warehouse_gone', warehouse_id: 2 },
};

export async function showFaults(): Promise< void > {
	const { faults } = await readFaults();
	byId( 'faults', HTMLElement ).replaceChildren(
		...faults.map( ( { id, fault, scope, seen } ) => {
			const { kind, ...rest } = fault;
			const details = Object.values( rest )
				.map( ( value ) => JSON.stringify( value ) )
				.join( ' ' );
			const where =
				undefined === scope.page ? '' : ` on page ${ scope.page }`;
			const times =
				undefined === scope.next
					? 'every request'
					: `${ scope.next - seen } more`;
			return make(
				'li',
				'',
				make(
					'span',
					'',
					`${ kind } ${ details } · ${ times }${ where }`
				),
				button( 'Off', () => {
					void removeFault( id ).then( showFaults );
				} )
			);
		} )
	);
}

export function prepareFaults(): void {
	const choice = byId( 'fault', HTMLSelectElement );
	choice.append(
		...Object.keys( CHOICES ).map( ( name ) => new Option( name ) )
	);
	byId( 'fault-form', HTMLFormElement ).addEventListener(
		'submit',
		( event ) => {
			event.preventDefault();
			const times = byId( 'times', HTMLInputElement ).valueAsNumber;
			const scope = Number.isNaN( times ) ? {} : { next: times };
			const fault = CHOICES[ choice.value ] ?? {};
			void addFault( fault, scope ).then( showFaults );
		}
	);
}
