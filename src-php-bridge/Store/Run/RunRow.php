<?php
/**
 * A run to and from its row.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Run\GuardReport;
use KeyCrmStock\Value\Run\OutcomeCounts;
use KeyCrmStock\Value\Run\ReadPlan;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunError;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunPhase;
use KeyCrmStock\Value\Run\RunStatus;
use KeyCrmStock\Value\Run\RunTrigger;
use KeyCrmStock\Value\Stock\Side;

final class RunRow {

	/** A condition for rows whose codes this version knows. A newer version may have left others. */
	public static function is_known(): string {
		$words = array(
			'mode'    => RunMode::cases(),
			'trigger' => RunTrigger::cases(),
			'status'  => RunStatus::cases(),
			'phase'   => RunPhase::cases(),
			'side'    => Side::cases(),
		);
		$parts = array();
		foreach ( $words as $column => $cases ) {
			$parts[] = "`$column` IN ('" . implode( "', '", array_column( $cases, 'value' ) ) . "')";
		}
		return '(' . implode( ' AND ', $parts ) . ')';
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<Run> Rows that this version does not understand are left out.
	 */
	public static function to_runs( array $rows ): array {
		return array_values( array_filter( array_map( self::to_run( ... ), $rows ) ) );
	}

	/** @param array<string, string|null> $row */
	private static function to_run( array $row ): ?Run {
		$mode    = RunMode::tryFrom( (string) $row['mode'] );
		$side    = Side::tryFrom( (string) $row['side'] );
		$trigger = RunTrigger::tryFrom( (string) $row['trigger'] );
		$status  = RunStatus::tryFrom( (string) $row['status'] );
		$phase   = RunPhase::tryFrom( (string) $row['phase'] );
		return null === $mode || null === $side || null === $trigger || null === $status || null === $phase
			? null
			: self::with_codes( $row, $mode, $side, $trigger, $status, $phase );
	}

	/** @param array<string, string|null> $row */
	private static function with_codes( array $row, RunMode $mode, Side $side, RunTrigger $trigger, RunStatus $status, RunPhase $phase ): Run {
		return new Run(
			id: (int) $row['id'],
			mode: $mode,
			lane: (string) $row['lane'],
			side: $side,
			trigger: $trigger,
			status: $status,
			phase: $phase,
			cursor: self::json( $row['cursor'] ),
			counts: new OutcomeCounts( array_map( 'intval', self::json( $row['counts'] ) ) ),
			progress_done: (int) $row['progress_done'],
			progress_total: (int) $row['progress_total'],
			requests: (int) $row['requests'],
			attempts: (int) $row['attempts'],
			refusals: (int) $row['refusals'],
			waits_for: (string) $row['waits_for'],
			resume_at: self::time( $row['resume_at'] ),
			started_at: (int) $row['started_at'],
			updated_at: (int) $row['updated_at'],
			finished_at: self::time( $row['finished_at'] ),
			planned_at: self::time( $row['planned_at'] ),
			error: self::error( $row['error'] ),
			guard: self::report( $row['guard'] ),
			confirmed: self::report( $row['confirmed'] ),
			read_plan: self::read_plan( $row['read_plan'] ),
			undoes: (int) $row['undoes'],
			follow_up: array_values( array_map( 'intval', self::json( $row['follow_up'] ) ) ),
			settings: (string) $row['settings'],
			lease_until: (int) $row['lease_until'],
			deaths: (int) $row['deaths'],
			database_faults: (int) $row['database_faults']
		);
	}

	/** @return array<string, string|int|null> The columns of a run that a step may change. */
	public static function from_run( Run $run ): array {
		return array(
			'mode'           => $run->mode->value,
			'active'         => $run->status->is_active() ? 1 : null,
			'status'         => $run->status->value,
			'phase'          => $run->phase->value,
			'cursor'         => self::text( $run->cursor ),
			'counts'         => self::text( $run->counts->to_array() ),
			'progress_done'  => $run->progress_done,
			'progress_total' => $run->progress_total,
			'requests'       => $run->requests,
			'attempts'       => $run->attempts,
			'refusals'       => $run->refusals,
			'waits_for'      => $run->waits_for,
			'resume_at'      => $run->resume_at,
			'finished_at'    => $run->finished_at,
			'planned_at'     => $run->planned_at,
			'settings'       => $run->settings,
			'error'          => null === $run->error ? null : self::text( $run->error->to_array() ),
			'guard'          => null === $run->guard ? null : self::text( $run->guard->to_array() ),
			'confirmed'      => null === $run->confirmed ? null : self::text( $run->confirmed->to_array() ),
			'read_plan'      => null === $run->read_plan ? null : self::text( $run->read_plan->to_array() ),
			// A step has ended whenever the run is saved.
			'deaths'         => 0,
			'database_faults' => $run->database_faults,
			'follow_up'      => array() === $run->follow_up ? null : self::text( $run->follow_up ),
		);
	}

	private static function time( ?string $ms ): ?int {
		return null === $ms ? null : (int) $ms;
	}

	private static function error( ?string $text ): ?RunError {
		$value = self::json( $text );
		return array() === $value ? null : RunError::from_array( $value );
	}

	private static function read_plan( ?string $text ): ?ReadPlan {
		$value = self::json( $text );
		return array() === $value ? null : ReadPlan::from_array( $value );
	}

	private static function report( ?string $text ): ?GuardReport {
		$value = self::json( $text );
		return array() === $value ? null : GuardReport::from_array( $value );
	}

	/** @param array<mixed> $value */
	private static function text( array $value ): string {
		return (string) wp_json_encode( $value, JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION );
	}

	/** @return array<string, mixed> */
	private static function json( ?string $text ): array {
		$value = json_decode( $text ?? '', true );
		return is_array( $value ) ? $value : array();
	}
}
