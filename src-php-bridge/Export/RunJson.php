<?php
/**
 * A run on the wire.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Export;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Settings\SettingsDamaged;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Sync\Run\RunService;
use KeyCrmStock\Sync\Status\TimeLeft;
use KeyCrmStock\Text\CreationText;
use KeyCrmStock\Text\Run\GuardText;
use KeyCrmStock\Text\Run\RunErrorText;
use KeyCrmStock\Text\Run\RunText;
use KeyCrmStock\Text\Run\RunWords;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunPhase;

/** @see src-admin/contract/run.ts runSchema */
final class RunJson {

	public function __construct(
		private readonly RunService $runs,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	/** @return array<string, mixed> */
	public function export( Run $run ): array {
		$fresh   = $this->runs->is_fresh( $run );
		$changed = $this->runs->has_other_settings( $run );
		return array(
			'id'               => $run->id,
			'mode'             => $run->mode->value,
			'lane'             => $run->lane,
			'side'             => $run->side->value,
			'trigger'          => $run->trigger->value,
			'status'           => $run->status->value,
			'activity'         => RunText::activity( $run->mode, $run->side ),
			'phase'            => $run->phase->value,
			'phase_name'       => RunText::phase( $run ),
			'progress'         => array(
				'done'         => $run->progress_done,
				'total'        => $run->progress_total,
				'unit'         => in_array( $run->phase, array( RunPhase::Orders, RunPhase::Read, RunPhase::Gone, RunPhase::Recheck, RunPhase::Verify, RunPhase::Details ), true ) ? 'requests' : 'products',
				'seconds_left' => $this->seconds_left( $run ),
			),
			'counts'           => $run->counts->to_array(),
			'requests'         => $run->requests,
			'waits_for'        => $run->waits_for,
			'waits_until'      => IsoTime::iso( $run->resume_at ),
			'started_at'       => IsoTime::iso( $run->started_at ),
			'finished_at'      => IsoTime::iso( $run->finished_at ),
			'error'            => null === $run->error ? null : RunErrorText::to_array( $run->error ),
			'guard'            => null === $run->guard ? null : $run->guard->to_array() + array( 'sentences' => $this->sentences( $run ) ),
			'read_plan'        => $run->read_plan?->to_array(),
			'undoes'           => $run->undoes,
			'fresh'            => $fresh,
			'settings_changed' => $changed,
			'words'            => RunWords::to_array( $run, $fresh, $changed ),
		);
	}

	private function seconds_left( Run $run ): int {
		try {
			return $run->status->is_active() ? TimeLeft::seconds( $run, $this->settings->get()->requests_per_minute, $this->clock->now_ms() ) : 0;
		} catch ( SettingsDamaged ) {
			// If the settings cannot be read, the run and its error are shown all the same.
			return 0;
		}
	}

	/** @return list<string> What a person is to decide about. */
	public function sentences( Run $run ): array {
		if ( null === $run->guard ) {
			return array();
		}
		try {
			return $run->mode->creates() ? CreationText::plan( $run, $this->settings->get()->written_side() ) : GuardText::sentences( $run->guard );
		} catch ( SettingsDamaged ) {
			return array();
		}
	}
}
