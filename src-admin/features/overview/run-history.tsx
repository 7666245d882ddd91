import { __, _n, sprintf } from '@wordpress/i18n';
import type { Run, RunList } from '../../contract';
import { formatNumber, formatTime } from '../../lib/format';
import { routeTo } from '../../app/router/route';
import { countAttention } from '../current-run/run-facts';
import { Icon } from '../../ui/icon';
import { Pager } from '../../ui/table/pager';
import { RouteLink } from '../../app/router/route-link';
import { RunChart } from './run-chart';
import { Section } from '../../ui/section';

const ICONS: Record< Run[ 'status' ], string > = {
	running: 'update',
	waiting: 'clock',
	needs_confirmation: 'warning',
	succeeded: 'yes',
	failed: 'no',
	cancelled: 'controls-pause',
};

interface Props {
	/** One page of it. */
	list: RunList;
	nowMs: number;
	onPage: ( page: number ) => void;
}

/** A page of runs, newest first, as a chart and as a table. */
export function RunHistory( { list, nowMs, onPage }: Props ) {
	const columns = [
		__( 'When', 'stock-sync-for-keycrm' ),
		__( 'What', 'stock-sync-for-keycrm' ),
		__( 'Result', 'stock-sync-for-keycrm' ),
		__( 'Changed', 'stock-sync-for-keycrm' ),
		__( 'Need attention', 'stock-sync-for-keycrm' ),
	];
	return (
		<Section title={ __( 'Syncs', 'stock-sync-for-keycrm' ) }>
			<RunChart runs={ list.items } nowMs={ nowMs } />
			<table className="widefat striped keycrm-stock-table">
				<caption className="keycrm-stock-hidden">
					{ __(
						'Syncs, previews and undos, newest first',
						'stock-sync-for-keycrm'
					) }
				</caption>
				<thead>
					<tr>
						{ columns.map( ( name ) => (
							<th key={ name } scope="col">
								{ name }
							</th>
						) ) }
					</tr>
				</thead>
				<tbody>
					{ list.items.map( ( run ) => (
						<tr key={ run.id }>
							<th scope="row" data-label={ columns[ 0 ] }>
								<RouteLink
									to={ routeTo( 'changes', { run: run.id } ) }
								>
									{ formatTime( run.started_at, nowMs ) }
								</RouteLink>
							</th>
							<td data-label={ columns[ 1 ] }>
								{ run.words.name }
							</td>
							<td data-label={ columns[ 2 ] }>
								<Icon name={ ICONS[ run.status ] } />{ ' ' }
								{ run.words.result }
							</td>
							<td data-label={ columns[ 3 ] }>
								{ run.words.changed }
							</td>
							<td data-label={ columns[ 4 ] }>
								{ formatNumber( countAttention( run.counts ) ) }
							</td>
						</tr>
					) ) }
				</tbody>
			</table>
			<Pager
				page={ list.page }
				perPage={ list.per_page }
				total={ list.total }
				onPage={ onPage }
				count={ sprintf(
					/* translators: %s: how many syncs. */
					_n(
						'%s sync',
						'%s syncs',
						list.total,
						'stock-sync-for-keycrm'
					),
					formatNumber( list.total )
				) }
			/>
		</Section>
	);
}
