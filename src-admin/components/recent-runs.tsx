import { __ } from '@wordpress/i18n';
import type { Run } from '../contract';
import { formatNumber, formatTime } from '../format';
import { to } from '../route';
import { needLook } from '../run-facts';
import { changedName, resultName, runName } from '../words';
import { Icon } from './icon';
import { RouteLink } from './route-link';
import { RunChart } from './run-chart';
import { Section } from './section';

const ICONS: Record< Run[ 'status' ], string > = {
	running: 'update',
	waiting: 'clock',
	needs_confirmation: 'warning',
	succeeded: 'yes',
	failed: 'no',
	cancelled: 'controls-pause',
};

const ROWS = 10;

interface Props {
	/** Newest first; the newest stand in the table, all of them in the chart. */
	runs: Run[];
	now_ms: number;
}

export function RecentRuns( { runs, now_ms }: Props ) {
	const columns = [
		__( 'When', 'stock-sync-for-keycrm' ),
		__( 'What', 'stock-sync-for-keycrm' ),
		__( 'Result', 'stock-sync-for-keycrm' ),
		__( 'Changed', 'stock-sync-for-keycrm' ),
		__( 'Need a look', 'stock-sync-for-keycrm' ),
	];
	return (
		<Section title={ __( 'Last checks', 'stock-sync-for-keycrm' ) }>
			<RunChart runs={ runs } now_ms={ now_ms } />
			<table className="widefat striped keycrm-stock-table">
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
					{ runs.slice( 0, ROWS ).map( ( run ) => (
						<tr key={ run.id }>
							<th scope="row" data-label={ columns[ 0 ] }>
								<RouteLink
									to={ to( 'changes', { run: run.id } ) }
								>
									{ formatTime( run.started_at, now_ms ) }
								</RouteLink>
							</th>
							<td data-label={ columns[ 1 ] }>
								{ runName( run ) }
							</td>
							<td data-label={ columns[ 2 ] }>
								<Icon name={ ICONS[ run.status ] } />{ ' ' }
								{ resultName( run ) }
							</td>
							<td data-label={ columns[ 3 ] }>
								{ changedName( run ) }
							</td>
							<td data-label={ columns[ 4 ] }>
								{ formatNumber( needLook( run.counts ) ) }
							</td>
						</tr>
					) ) }
				</tbody>
			</table>
		</Section>
	);
}
