import { __, _n, sprintf } from '@wordpress/i18n';
import type { Run } from '../../contract';
import { formatNumber, formatTime } from '../../lib/format';
import { isPlan } from '../current-run/run-facts';
import { BarChart } from '../../ui/bar-chart';

interface Props {
	/** Newest first. */
	runs: Run[];
	nowMs: number;
}

/** Number of written quantities. Until the phase `write`, `counts.updated` is only planned. */
const countWritten = ( run: Run ): number =>
	! isPlan( run ) && ( 'write' === run.phase || 'done' === run.phase )
		? run.counts.updated
		: 0;

const hasFailures = ( run: Run ): boolean =>
	'failed' === run.status || run.counts.failed > 0;

function summary( runs: Run[] ): string {
	const failures = runs.filter( hasFailures ).length;
	return sprintf(
		/* translators: 1: how many syncs, 2: how many quantities they changed, 3: in how many of them something failed. */
		_n(
			'Last %1$s sync: %2$s quantities changed, %3$s failed',
			'Last %1$s syncs: %2$s quantities changed, %3$s failed',
			runs.length,
			'stock-sync-for-keycrm'
		),
		formatNumber( runs.length ),
		formatNumber(
			runs.reduce( ( sum, run ) => sum + countWritten( run ), 0 )
		),
		formatNumber( failures )
	);
}

/** Changes and failures by run, oldest at the left. The table below says the same in words. */
export function RunChart( { runs, nowMs }: Props ) {
	const bars = [ ...runs ].reverse().map( ( run ) => ( {
		id: String( run.id ),
		count: countWritten( run ),
		failed: hasFailures( run ),
		title: sprintf(
			/* translators: 1: a time, 2: how it ended, 3: how many products were changed. */
			__( '%1$s: %2$s, %3$s changed', 'stock-sync-for-keycrm' ),
			formatTime( run.started_at, nowMs ),
			run.words.result,
			formatNumber( countWritten( run ) )
		),
	} ) );
	return (
		<figure className="keycrm-stock-runs">
			<BarChart bars={ bars } label={ summary( runs ) } />
			<figcaption className="keycrm-stock-quiet">
				{ summary( runs ) }
			</figcaption>
		</figure>
	);
}
