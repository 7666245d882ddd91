import { Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useRunPage } from '../../api/queries';
import { ActivityLine } from './activity-line';
import { CountTiles } from '../current-run/count-tiles';
import { ErrorNotice } from '../../ui/error-notice';
import { EnvironmentNotices } from '../stock-state/environment-notices';
import { OrderQuestion } from './order-question';
import { RunHistory } from './run-history';
import { Section } from '../../ui/section';
import type { Settings } from '../../contract';
import type { KnownRun } from '../current-run/use-current-run';
import { useRunActions } from '../current-run/use-run-actions';
import { StateCard } from '../stock-state/state-card';
import { useNow } from '../../lib/use-now';

interface Props {
	settings: Settings;
	current: KnownRun;
	stepSince: number | null;
}

const RUNS_SHOWN = 20;

export function OverviewScreen( { settings, current, stepSince }: Props ) {
	const nowMs = useNow( current.aheadMs, 15_000 );
	const runActions = useRunActions();
	const [ page, setPage ] = useState( 1 );
	const history = useRunPage( page, RUNS_SHOWN );
	const { run, last_success: lastSuccess, facts } = current;
	const isPreview = 'previewed' === facts.headline.state;
	const shown = isPreview ? run : lastSuccess;

	return (
		<>
			<StateCard
				settings={ settings }
				current={ current }
				stepSince={ stepSince }
				runActions={ runActions }
			/>
			<OrderQuestion orders={ current.orders } />
			<EnvironmentNotices settings={ settings } current={ current } />
			{ shown && (
				<Section
					title={
						isPreview
							? __( 'Preview', 'stock-sync-for-keycrm' )
							: __(
									'Last successful sync',
									'stock-sync-for-keycrm'
							  )
					}
				>
					<CountTiles run={ shown } planned={ isPreview } />
					<ActivityLine />
				</Section>
			) }
			<ErrorNotice
				error={ history.error }
				onRetry={ () => void history.refetch() }
			/>
			{ history.isPending && <Spinner /> }
			{ history.data && history.data.items.length > 0 && (
				<RunHistory
					list={ history.data }
					nowMs={ nowMs }
					onPage={ setPage }
				/>
			) }
		</>
	);
}
