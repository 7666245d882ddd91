<?php
/**
 * The phases of each mode of run, and whose stock quantities a new run writes.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Settings\ChangeTimes;
use KeyCrmStock\Settings\SettingsDamaged;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Value\Run\Run;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Run\RunPhase;
use KeyCrmStock\Value\Stock\Side;

final class Pipelines {

	/** @param array<string, array<string, Pipeline>> $pipelines By Side value and RunMode value. */
	public function __construct(
		private readonly array $pipelines,
		private readonly SettingsStore $settings,
		private readonly ChangeTimes $changed,
	) {}

	public function for_run( Run $run ): Pipeline {
		return $this->find( $run->side, $run->mode );
	}

	public function first_phase( Side $side, RunMode $mode ): RunPhase {
		return $this->find( $side, $mode )->first();
	}

	/**
	 * Whose stock quantities a run that begins now writes.
	 *
	 * @throws SettingsDamaged
	 * @throws RunFailed If they are KeyCRM's, and no warehouse is chosen that gets them. Or if drafts are wanted while the shop keeps the stock that counts.
	 */
	public function side_of_new( RunMode $mode ): Side {
		$settings = $this->settings->get();
		$side     = match ( $mode ) {
			RunMode::Fill, RunMode::CreateInKeyCrm => Side::KeyCrm,
			RunMode::CreateInShop => Side::Shop,
			default => $settings->written_side(),
		};
		if ( RunMode::CreateInShop === $mode && Side::KeyCrm === $settings->written_side() ) {
			throw RunFailed::no_drafts();
		}
		if ( Side::KeyCrm === $side && RunMode::CreateInKeyCrm !== $mode && 0 === $settings->push_warehouse_id ) {
			throw RunFailed::no_push_warehouse();
		}
		return $side;
	}

	/**
	 * Whose stock quantities are written at present.
	 *
	 * @throws SettingsDamaged
	 */
	public function written_side(): Side {
		return $this->settings->get()->written_side();
	}

	/** When the owner has chosen the present direction, unix milliseconds; 0 if it was never another one. */
	public function direction_since(): int {
		return $this->changed->direction_at() ?? 0;
	}

	/**
	 * Whether the run writes quantities that may be written at present. KeyCRM is filled once while it is to lead already, and
	 * may get new products in either direction.
	 *
	 * @throws SettingsDamaged
	 */
	public function may_write( Run $run ): bool {
		return in_array( $run->mode, array( RunMode::Fill, RunMode::CreateInKeyCrm ), true ) || $run->side === $this->written_side();
	}

	private function find( Side $side, RunMode $mode ): Pipeline {
		return $this->pipelines[ $side->value ][ $mode->value ] ?? throw new \LogicException( "No run of mode {$mode->value} writes the side {$side->value}." );
	}
}
