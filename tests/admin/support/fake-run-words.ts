import type { Run } from '../../../src-admin/contract';

type Wordless = Omit< Run, 'words' >;

const count = ( value: number ): string => value.toLocaleString( 'en' );

const products = ( value: number ): string =>
	`${ count( value ) } ${ 1 === value ? 'product' : 'products' }`;

const RESULTS: Record< Run[ 'status' ], string > = {
	running: 'Running',
	waiting: 'Waiting',
	needs_confirmation: 'Needs your decision',
	succeeded: 'Finished',
	failed: 'Failed',
	cancelled: 'Cancelled',
};

const SYNCS: Record< Run[ 'trigger' ], string > = {
	person: 'Manual sync',
	schedule: 'Automatic sync',
	tick: 'Sync by your server’s scheduler',
	cli: 'Sync from the command line',
	webhook: 'Changes reported by KeyCRM',
};

function nameOf( { mode, side, trigger, undoes }: Wordless ): string {
	const names: Record< Run[ 'mode' ], string > = {
		sync: SYNCS[ trigger ],
		preview: 'Preview',
		fill: 'KeyCRM filled from the shop',
		create_in_keycrm: 'Products created in KeyCRM',
		create_in_shop: 'Drafts created in the shop',
		refresh: 'Changes reported by KeyCRM',
		product: 'One product synced',
		undo: `Undo of sync ${ undoes }`,
		switch_on: 'Stock management switched on',
		repair: 'Stock status repaired',
	};
	return 'keycrm' === side && 'fill' !== mode
		? `${ names[ mode ] } to KeyCRM`
		: names[ mode ];
}

const isPreviewMade = ( { mode, status }: Wordless ): boolean =>
	'preview' === mode && 'succeeded' === status;

const isPlan = ( run: Wordless ): boolean =>
	isPreviewMade( run ) || 'needs_confirmation' === run.status;

function ageOf( run: Wordless ): string {
	if ( ! isPlan( run ) || run.fresh ) {
		return '';
	}
	if ( ! run.settings_changed ) {
		return 'These quantities are more than 15 minutes old. If you go on, KeyCRM is read again first.';
	}
	return isPreviewMade( run )
		? 'Settings have changed since this preview was made. Make a new one.'
		: 'Settings have changed since this sync was paused. If you go on, KeyCRM is read again first.';
}

function confirmOf( { mode, side, guard, counts }: Wordless ): string {
	const where = 'keycrm' === side ? ' in KeyCRM' : '';
	const zeroed = guard?.zeroed ?? 0;
	if ( 'create_in_shop' === mode ) {
		return `Create drafts of ${ products( counts.created ) }`;
	}
	return zeroed > 0
		? `Set ${ products( zeroed ) } to 0${ where }`
		: `Change ${ products(
				guard?.changes ?? counts.updated
		  ) } all the same${ where }`;
}

const WAITS: Record< string, string > = {
	limit: 'KeyCRM allows about 60 requests a minute for everything that uses your key, and they are used up.',
	database:
		'The shop’s own database was busy or did not answer, so the step is tried again after a pause.',
};

function changedOf( run: Wordless ): string {
	const changed = count( run.counts.updated );
	if ( isPlan( run ) ) {
		return `${ changed } planned`;
	}
	return [ 'write', 'verify', 'done' ].includes( run.phase ) ? changed : '—';
}

/** Adds the words that the server makes of a run. */
export function withWords( run: Wordless ): Run {
	const plan = 'read' === run.phase ? run.read_plan : null;
	return {
		...run,
		words: {
			name: nameOf( run ),
			result: RESULTS[ run.status ],
			changed: changedOf( run ),
			apply:
				'keycrm' === run.side
					? `Send ${ count(
							run.counts.updated
					  ) } quantities to KeyCRM`
					: `Apply to ${ products( run.counts.updated ) }`,
			confirm: confirmOf( run ),
			discard:
				'keycrm' === run.side
					? 'Leave KeyCRM as it is'
					: 'Keep current stock',
			wait:
				'waiting' === run.status
					? WAITS[ run.waits_for ] ??
					  'KeyCRM did not answer as it should. It is asked again after a pause.'
					: '',
			saving:
				plan && plan.requests < plan.instead_of
					? `${ plan.requests } requests instead of ${ plan.instead_of }: KeyCRM is asked only for what your shop sells.`
					: '',
			age: ageOf( run ),
		},
	};
}
