<?php
/**
 * How the sync stands, as data.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Health\Finding;
use KeyCrmStock\Health\HealthInfo;
use KeyCrmStock\Health\HealthTests;
use KeyCrmStock\Health\SyncHealth;
use KeyCrmStock\Status\Facts;

/** The same findings and facts as in Site Health. */
final class StatusPrinter {

	/** @var non-empty-list<Finding>|null */
	private ?array $findings = null;

	private ?Facts $facts = null;

	public function __construct(
		private readonly SyncHealth $health,
		private readonly HealthTests $tests,
		private readonly HealthInfo $info,
	) {}

	/** @return non-empty-list<Finding> */
	public function findings(): array {
		$rivalry = $this->tests->rivalry();
		return $this->findings ??= Finding::GOOD === $rivalry->level ? $this->health->findings( $this->known() ) : array( ...$this->health->findings( $this->known() ), $rivalry );
	}

	/** @return list<array{field: string, label: string, value: string}> */
	public function rows(): array {
		$rows = array();
		foreach ( $this->info->fields() as $field => $fact ) {
			$rows[] = array( 'field' => $field ) + $fact;
		}
		return $rows;
	}

	/** @return list<string> The same first line and facts as on the screen. */
	public function sentences(): array {
		return array( $this->health->headline( $this->known() ), ...$this->health->lines( $this->known() ) );
	}

	/** @return array{status: list<string>, findings: list<array{level: string, label: string, text: string}>, facts: array<string, string>} */
	public function to_array(): array {
		return array(
			'status'   => $this->sentences(),
			'findings' => array_map(
				static fn ( Finding $finding ): array => array(
					'level' => $finding->level,
					'label' => $finding->label,
					'text'  => $finding->text,
				),
				$this->findings()
			),
			'facts'    => array_map( static fn ( array $fact ): string => $fact['value'], $this->info->fields() ),
		);
	}

	private function known(): Facts {
		return $this->facts ??= $this->health->facts();
	}

	public function exit_status(): int {
		if ( null !== $this->known()->waiting ) {
			return ExitStatus::NEEDS_A_PERSON;
		}
		$levels = array_map( static fn ( Finding $finding ): string => $finding->level, $this->findings() );
		return $this->known()->automation->failures > 0 || in_array( Finding::CRITICAL, $levels, true ) ? ExitStatus::FAILED : ExitStatus::GOOD;
	}
}
