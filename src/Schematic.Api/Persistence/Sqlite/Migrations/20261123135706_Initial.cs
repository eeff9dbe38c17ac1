using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Schematic.Api.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "audit_log",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    actor_type = table.Column<int>(type: "INTEGER", nullable: false),
                    api_key_id = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<string>(type: "TEXT", nullable: true),
                    user_name = table.Column<string>(type: "TEXT", nullable: true),
                    environment_id = table.Column<string>(type: "TEXT", nullable: true),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    resource_type = table.Column<string>(type: "TEXT", nullable: true),
                    resource_id = table.Column<string>(type: "TEXT", nullable: true),
                    resource_name = table.Column<string>(type: "TEXT", nullable: true),
                    secondary_resource = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    request_body = table.Column<string>(type: "TEXT", nullable: true),
                    response_body = table.Column<byte[]>(type: "BLOB", nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_log", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "entity_key_definitions",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    entity_type = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entity_key_definitions", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "entity_trait_definitions",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    entity_type = table.Column<int>(type: "INTEGER", nullable: false),
                    hierarchy = table.Column<string>(type: "TEXT", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", nullable: false),
                    trait_type = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entity_trait_definitions", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "environments",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    environment_type = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    deleted_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_environments", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "features",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    feature_type = table.Column<int>(type: "INTEGER", nullable: false),
                    event_subtype = table.Column<string>(type: "TEXT", nullable: true),
                    trait_id = table.Column<string>(type: "TEXT", nullable: true),
                    icon = table.Column<string>(type: "TEXT", nullable: false),
                    lifecycle_phase = table.Column<int>(type: "INTEGER", nullable: true),
                    maintainer_id = table.Column<string>(type: "TEXT", nullable: true),
                    plural_name = table.Column<string>(type: "TEXT", nullable: true),
                    singular_name = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_features", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<int>(type: "INTEGER", nullable: false),
                    permissions = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "kept_requests",
                columns: table => new
                {
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    request_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    e_tag = table.Column<string>(type: "TEXT", nullable: true),
                    answer = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_requests", x => new { x.environment_seq, x.key });
                });

            migrationBuilder.CreateTable(
                name: "members",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<int>(type: "INTEGER", nullable: false),
                    permissions = table.Column<string>(type: "TEXT", nullable: false),
                    disabled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "plans",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    icon = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_type = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plans", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    @readonly = table.Column<bool>(name: "readonly", type: "INTEGER", nullable: false),
                    scopes = table.Column<string>(type: "TEXT", nullable: false),
                    rate_limit_percent = table.Column<int>(type: "INTEGER", nullable: true),
                    last_used_at = table.Column<long>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_keys", x => x.seq);
                    table.ForeignKey(
                        name: "fk_api_keys_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "credit_ledger",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    company_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    credit_type_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    grant_number = table.Column<long>(type: "INTEGER", nullable: true),
                    event_type = table.Column<int>(type: "INTEGER", nullable: false),
                    usage_reason = table.Column<int>(type: "INTEGER", nullable: true),
                    zeroed_out_reason = table.Column<int>(type: "INTEGER", nullable: true),
                    amount_micro_credits = table.Column<long>(type: "INTEGER", nullable: false),
                    remaining_delta = table.Column<long>(type: "INTEGER", nullable: false),
                    held_delta = table.Column<long>(type: "INTEGER", nullable: false),
                    remaining_after = table.Column<long>(type: "INTEGER", nullable: false),
                    settled_after = table.Column<long>(type: "INTEGER", nullable: false),
                    to_grant_number = table.Column<long>(type: "INTEGER", nullable: true),
                    event_at = table.Column<long>(type: "INTEGER", nullable: false),
                    usage_event_id = table.Column<string>(type: "TEXT", nullable: true),
                    feature_seq = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_ledger", x => x.seq);
                    table.ForeignKey(
                        name: "fk_credit_ledger_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "credit_self_checks",
                columns: table => new
                {
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    checked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    accounts = table.Column<long>(type: "INTEGER", nullable: false),
                    difference_count = table.Column<long>(type: "INTEGER", nullable: false),
                    differences = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_self_checks", x => x.environment_seq);
                    table.ForeignKey(
                        name: "fk_credit_self_checks_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "credit_types",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    icon = table.Column<string>(type: "TEXT", nullable: true),
                    singular_name = table.Column<string>(type: "TEXT", nullable: true),
                    plural_name = table.Column<string>(type: "TEXT", nullable: true),
                    burn_strategy = table.Column<int>(type: "INTEGER", nullable: false),
                    default_expiry_unit = table.Column<int>(type: "INTEGER", nullable: false),
                    default_expiry_unit_count = table.Column<long>(type: "INTEGER", nullable: true),
                    default_rollover_policy = table.Column<int>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    prices = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    deleted_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_types", x => x.seq);
                    table.ForeignKey(
                        name: "fk_credit_types_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "entities",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    entity_type = table.Column<int>(type: "INTEGER", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    sort_name = table.Column<string>(type: "TEXT", nullable: false),
                    traits = table.Column<string>(type: "TEXT", nullable: false, defaultValue: "{}"),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entities", x => x.seq);
                    table.ForeignKey(
                        name: "fk_entities_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    event_type = table.Column<string>(type: "TEXT", nullable: false),
                    event_subtype = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    error = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    company_id = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<string>(type: "TEXT", nullable: true),
                    flag_id = table.Column<string>(type: "TEXT", nullable: true),
                    api_key_id = table.Column<string>(type: "TEXT", nullable: true),
                    idempotency_key = table.Column<string>(type: "TEXT", nullable: true),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    clock = table.Column<short>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    captured_at = table.Column<long>(type: "INTEGER", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    processed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    day_after = table.Column<long>(type: "INTEGER", nullable: true),
                    total_after = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events", x => x.seq);
                    table.ForeignKey(
                        name: "fk_events_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                columns: table => new
                {
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    event_type = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_keys", x => new { x.environment_seq, x.event_type, x.key });
                    table.ForeignKey(
                        name: "fk_idempotency_keys_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_changes",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    company_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<int>(type: "INTEGER", nullable: false),
                    base_plan_action = table.Column<int>(type: "INTEGER", nullable: true),
                    is_version_upgrade = table.Column<bool>(type: "INTEGER", nullable: false),
                    base_plan_snapshot_seq = table.Column<int>(type: "INTEGER", nullable: true),
                    previous_base_plan_snapshot_seq = table.Column<int>(type: "INTEGER", nullable: true),
                    add_ons_added = table.Column<string>(type: "TEXT", nullable: false),
                    add_ons_removed = table.Column<string>(type: "TEXT", nullable: false),
                    actor_type = table.Column<int>(type: "INTEGER", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", nullable: true),
                    request_id = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_changes", x => x.seq);
                    table.ForeignKey(
                        name: "fk_plan_changes_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_snapshots",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_version_id = table.Column<string>(type: "TEXT", nullable: false),
                    plan_revision = table.Column<long>(type: "INTEGER", nullable: false),
                    plan_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    icon = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    version_name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_snapshots", x => x.seq);
                    table.ForeignKey(
                        name: "fk_plan_snapshots_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "unknown_flags",
                columns: table => new
                {
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false),
                    first_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    example_company = table.Column<string>(type: "TEXT", nullable: false),
                    example_user = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unknown_flags", x => new { x.environment_seq, x.key });
                    table.ForeignKey(
                        name: "fk_unknown_flags_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "usage",
                columns: table => new
                {
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    company_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    grain = table.Column<short>(type: "INTEGER", nullable: false),
                    event_subtype = table.Column<string>(type: "TEXT", nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    user_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    events = table.Column<long>(type: "INTEGER", nullable: false),
                    first_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_usage", x => new { x.environment_seq, x.company_seq, x.grain, x.event_subtype, x.starts_at, x.user_seq });
                    table.ForeignKey(
                        name: "fk_usage_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "flags",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    flag_type = table.Column<int>(type: "INTEGER", nullable: false),
                    default_value = table.Column<bool>(type: "INTEGER", nullable: false),
                    feature_seq = table.Column<int>(type: "INTEGER", nullable: true),
                    maintainer_id = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_flags", x => x.seq);
                    table.ForeignKey(
                        name: "fk_flags_feature_seq",
                        column: x => x.feature_seq,
                        principalTable: "features",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    member_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    user_agent = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.token_hash);
                    table.ForeignKey(
                        name: "fk_sessions_member_seq",
                        column: x => x.member_seq,
                        principalTable: "members",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_audiences",
                columns: table => new
                {
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    rule = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_audiences", x => new { x.environment_seq, x.plan_seq });
                    table.ForeignKey(
                        name: "fk_plan_audiences_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_plan_audiences_plan_seq",
                        column: x => x.plan_seq,
                        principalTable: "plans",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_grant_rollouts",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    reached_company_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    is_done = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_grant_rollouts", x => x.seq);
                    table.ForeignKey(
                        name: "fk_plan_grant_rollouts_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_plan_grant_rollouts_plan_seq",
                        column: x => x.plan_seq,
                        principalTable: "plans",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_roles",
                columns: table => new
                {
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    initial_plan_seq = table.Column<int>(type: "INTEGER", nullable: true),
                    initial_since = table.Column<long>(type: "INTEGER", nullable: true),
                    fallback_plan_seq = table.Column<int>(type: "INTEGER", nullable: true),
                    fallback_since = table.Column<long>(type: "INTEGER", nullable: true),
                    trial_expiry_plan_seq = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_roles", x => x.environment_seq);
                    table.ForeignKey(
                        name: "fk_plan_roles_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_plan_roles_fallback_plan_seq",
                        column: x => x.fallback_plan_seq,
                        principalTable: "plans",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_roles_initial_plan_seq",
                        column: x => x.initial_plan_seq,
                        principalTable: "plans",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_roles_trial_expiry_plan_seq",
                        column: x => x.trial_expiry_plan_seq,
                        principalTable: "plans",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_versions",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    icon = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_versions", x => x.seq);
                    table.ForeignKey(
                        name: "fk_plan_versions_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_plan_versions_plan_seq",
                        column: x => x.plan_seq,
                        principalTable: "plans",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "credit_bundles",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    credit_type_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    bundle_type = table.Column<int>(type: "INTEGER", nullable: false),
                    quantity = table.Column<long>(type: "INTEGER", nullable: true),
                    expiry_type = table.Column<int>(type: "INTEGER", nullable: false),
                    expiry_unit = table.Column<int>(type: "INTEGER", nullable: false),
                    expiry_unit_count = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    prices = table.Column<string>(type: "TEXT", nullable: false),
                    compatible_plan_ids = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_bundles", x => x.seq);
                    table.ForeignKey(
                        name: "fk_credit_bundles_credit_type_seq",
                        column: x => x.credit_type_seq,
                        principalTable: "credit_types",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_credit_bundles_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "company_memberships",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    company_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    user_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company_memberships", x => x.seq);
                    table.ForeignKey(
                        name: "fk_company_memberships_company_seq",
                        column: x => x.company_seq,
                        principalTable: "entities",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_company_memberships_user_seq",
                        column: x => x.user_seq,
                        principalTable: "entities",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "company_overrides",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    company_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    feature_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    value_type = table.Column<int>(type: "INTEGER", nullable: false),
                    value_bool = table.Column<bool>(type: "INTEGER", nullable: true),
                    value_numeric = table.Column<long>(type: "INTEGER", nullable: true),
                    value_trait_id = table.Column<string>(type: "TEXT", nullable: true),
                    value_credit_id = table.Column<string>(type: "TEXT", nullable: true),
                    consumption_rate_micro_credits = table.Column<long>(type: "INTEGER", nullable: true),
                    metric_period = table.Column<int>(type: "INTEGER", nullable: true),
                    metric_period_month_reset = table.Column<int>(type: "INTEGER", nullable: true),
                    rule_id = table.Column<string>(type: "TEXT", nullable: false),
                    usage_exceeded_rule_id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company_overrides", x => x.seq);
                    table.ForeignKey(
                        name: "fk_company_overrides_company_seq",
                        column: x => x.company_seq,
                        principalTable: "entities",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_company_overrides_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_company_overrides_feature_seq",
                        column: x => x.feature_seq,
                        principalTable: "features",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_balances",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    company_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    credit_type_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    remaining_micro_credits = table.Column<long>(type: "INTEGER", nullable: false),
                    reserved_micro_credits = table.Column<long>(type: "INTEGER", nullable: false),
                    total_micro_credits = table.Column<long>(type: "INTEGER", nullable: false),
                    last_number = table.Column<long>(type: "INTEGER", nullable: false),
                    next_due_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_balances", x => x.seq);
                    table.CheckConstraint("ck_credit_balances_remaining", "remaining_micro_credits >= 0");
                    table.CheckConstraint("ck_credit_balances_reserved", "reserved_micro_credits >= 0");
                    table.ForeignKey(
                        name: "fk_credit_balances_company_seq",
                        column: x => x.company_seq,
                        principalTable: "entities",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_credit_balances_credit_type_seq",
                        column: x => x.credit_type_seq,
                        principalTable: "credit_types",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "credit_leases",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    company_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    credit_type_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    granted_micro_credits = table.Column<long>(type: "INTEGER", nullable: false),
                    committed_micro_credits = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    released_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_leases", x => x.seq);
                    table.ForeignKey(
                        name: "fk_credit_leases_company_seq",
                        column: x => x.company_seq,
                        principalTable: "entities",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_credit_leases_credit_type_seq",
                        column: x => x.credit_type_seq,
                        principalTable: "credit_types",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "credit_renewals",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    company_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    credit_type_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    quantity_micro_credits = table.Column<long>(type: "INTEGER", nullable: false),
                    cadence = table.Column<int>(type: "INTEGER", nullable: true),
                    follows_billing = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<int>(type: "INTEGER", nullable: false),
                    resets = table.Column<bool>(type: "INTEGER", nullable: false),
                    rollover_percentage = table.Column<long>(type: "INTEGER", nullable: false),
                    expiry_type = table.Column<int>(type: "INTEGER", nullable: false),
                    expiry_unit = table.Column<int>(type: "INTEGER", nullable: false),
                    expiry_unit_count = table.Column<long>(type: "INTEGER", nullable: true),
                    plan_seq = table.Column<int>(type: "INTEGER", nullable: true),
                    plan_grant_seq = table.Column<int>(type: "INTEGER", nullable: true),
                    bundle_seq = table.Column<int>(type: "INTEGER", nullable: true),
                    enrolled_at = table.Column<long>(type: "INTEGER", nullable: false),
                    billing_start = table.Column<long>(type: "INTEGER", nullable: true),
                    next_at = table.Column<long>(type: "INTEGER", nullable: true),
                    current_number = table.Column<long>(type: "INTEGER", nullable: true),
                    licenses = table.Column<long>(type: "INTEGER", nullable: true),
                    topup_amount_micro_credits = table.Column<long>(type: "INTEGER", nullable: true),
                    topup_threshold_micro_credits = table.Column<long>(type: "INTEGER", nullable: true),
                    topup_expiry_type = table.Column<int>(type: "INTEGER", nullable: true),
                    topup_expiry_unit = table.Column<int>(type: "INTEGER", nullable: true),
                    topup_expiry_unit_count = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_renewals", x => x.seq);
                    table.ForeignKey(
                        name: "fk_credit_renewals_company_seq",
                        column: x => x.company_seq,
                        principalTable: "entities",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_credit_renewals_credit_type_seq",
                        column: x => x.credit_type_seq,
                        principalTable: "credit_types",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "entity_keys",
                columns: table => new
                {
                    entity_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    definition_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                    value_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entity_keys", x => new { x.entity_seq, x.definition_seq });
                    table.ForeignKey(
                        name: "fk_entity_keys_entity_seq",
                        column: x => x.entity_seq,
                        principalTable: "entities",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "entity_search",
                columns: table => new
                {
                    entity_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    entity_type = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entity_search", x => x.entity_seq);
                    table.ForeignKey(
                        name: "fk_entity_search_entity_seq",
                        column: x => x.entity_seq,
                        principalTable: "entities",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "flag_environments",
                columns: table => new
                {
                    flag_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    rules = table.Column<string>(type: "TEXT", nullable: false),
                    rules_version = table.Column<long>(type: "INTEGER", nullable: false),
                    last_checked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_flag_environments", x => new { x.flag_seq, x.environment_seq });
                    table.ForeignKey(
                        name: "fk_flag_environments_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_flag_environments_flag_seq",
                        column: x => x.flag_seq,
                        principalTable: "flags",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "flag_rule_saves",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    flag_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    rules = table.Column<string>(type: "TEXT", nullable: false),
                    comment = table.Column<string>(type: "TEXT", nullable: true),
                    actor_type = table.Column<int>(type: "INTEGER", nullable: true),
                    actor_id = table.Column<string>(type: "TEXT", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", nullable: true),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_flag_rule_saves", x => x.seq);
                    table.ForeignKey(
                        name: "fk_flag_rule_saves_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_flag_rule_saves_flag_seq",
                        column: x => x.flag_seq,
                        principalTable: "flags",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "company_plans",
                columns: table => new
                {
                    company_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    plan_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_version_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_type = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<int>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company_plans", x => new { x.company_seq, x.plan_seq });
                    table.ForeignKey(
                        name: "fk_company_plans_company_seq",
                        column: x => x.company_seq,
                        principalTable: "entities",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_company_plans_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_company_plans_plan_seq",
                        column: x => x.plan_seq,
                        principalTable: "plans",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_company_plans_plan_version_seq",
                        column: x => x.plan_version_seq,
                        principalTable: "plan_versions",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_credit_grants",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_version_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    credit_type_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    lineage_id = table.Column<string>(type: "TEXT", nullable: false),
                    scaling = table.Column<int>(type: "INTEGER", nullable: false),
                    credit_amount = table.Column<long>(type: "INTEGER", nullable: false),
                    company_credit_amount = table.Column<long>(type: "INTEGER", nullable: false),
                    license_id = table.Column<string>(type: "TEXT", nullable: true),
                    reset_type = table.Column<int>(type: "INTEGER", nullable: false),
                    reset_cadence = table.Column<int>(type: "INTEGER", nullable: true),
                    reset_start = table.Column<int>(type: "INTEGER", nullable: true),
                    rollover_percentage = table.Column<long>(type: "INTEGER", nullable: false),
                    expiry_type = table.Column<int>(type: "INTEGER", nullable: true),
                    expiry_unit = table.Column<int>(type: "INTEGER", nullable: true),
                    expiry_unit_count = table.Column<long>(type: "INTEGER", nullable: true),
                    auto_topup_availability = table.Column<int>(type: "INTEGER", nullable: false),
                    auto_topup_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    auto_topup_threshold_credits = table.Column<long>(type: "INTEGER", nullable: true),
                    auto_topup_threshold_percent = table.Column<long>(type: "INTEGER", nullable: true),
                    auto_topup_expiry_type = table.Column<int>(type: "INTEGER", nullable: true),
                    auto_topup_expiry_unit = table.Column<int>(type: "INTEGER", nullable: true),
                    auto_topup_expiry_unit_count = table.Column<long>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_credit_grants", x => x.seq);
                    table.ForeignKey(
                        name: "fk_plan_credit_grants_credit_type_seq",
                        column: x => x.credit_type_seq,
                        principalTable: "credit_types",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_plan_credit_grants_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_plan_credit_grants_plan_version_seq",
                        column: x => x.plan_version_seq,
                        principalTable: "plan_versions",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_entitlements",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    plan_version_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    price_behavior = table.Column<int>(type: "INTEGER", nullable: true),
                    soft_limit = table.Column<long>(type: "INTEGER", nullable: true),
                    usage_quantity = table.Column<long>(type: "INTEGER", nullable: true),
                    billing_threshold = table.Column<long>(type: "INTEGER", nullable: true),
                    prices = table.Column<string>(type: "TEXT", nullable: false),
                    warning_tiers = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    feature_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    value_type = table.Column<int>(type: "INTEGER", nullable: false),
                    value_bool = table.Column<bool>(type: "INTEGER", nullable: true),
                    value_numeric = table.Column<long>(type: "INTEGER", nullable: true),
                    value_trait_id = table.Column<string>(type: "TEXT", nullable: true),
                    value_credit_id = table.Column<string>(type: "TEXT", nullable: true),
                    consumption_rate_micro_credits = table.Column<long>(type: "INTEGER", nullable: true),
                    metric_period = table.Column<int>(type: "INTEGER", nullable: true),
                    metric_period_month_reset = table.Column<int>(type: "INTEGER", nullable: true),
                    rule_id = table.Column<string>(type: "TEXT", nullable: false),
                    usage_exceeded_rule_id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_entitlements", x => x.seq);
                    table.ForeignKey(
                        name: "fk_plan_entitlements_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_plan_entitlements_feature_seq",
                        column: x => x.feature_seq,
                        principalTable: "features",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_entitlements_plan_version_seq",
                        column: x => x.plan_version_seq,
                        principalTable: "plan_versions",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_migrations",
                columns: table => new
                {
                    seq = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_version_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_version_ids_from = table.Column<string>(type: "TEXT", nullable: false),
                    strategy = table.Column<int>(type: "INTEGER", nullable: false),
                    is_of_all = table.Column<bool>(type: "INTEGER", nullable: false),
                    proration_behavior = table.Column<int>(type: "INTEGER", nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    error = table.Column<string>(type: "TEXT", nullable: true),
                    total_companies = table.Column<long>(type: "INTEGER", nullable: false),
                    completed_companies = table.Column<long>(type: "INTEGER", nullable: false),
                    failed_companies = table.Column<long>(type: "INTEGER", nullable: false),
                    skipped_companies = table.Column<long>(type: "INTEGER", nullable: false),
                    reached_company_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    actor_type = table.Column<int>(type: "INTEGER", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", nullable: true),
                    request_id = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    completed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_migrations", x => x.seq);
                    table.ForeignKey(
                        name: "fk_plan_migrations_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_plan_migrations_plan_version_seq",
                        column: x => x.plan_version_seq,
                        principalTable: "plan_versions",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "credit_grants",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    company_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    credit_type_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<int>(type: "INTEGER", nullable: false),
                    quantity_micro_credits = table.Column<long>(type: "INTEGER", nullable: false),
                    remaining_micro_credits = table.Column<long>(type: "INTEGER", nullable: false),
                    held_micro_credits = table.Column<long>(type: "INTEGER", nullable: false),
                    removed_micro_credits = table.Column<long>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    zeroed_out_at = table.Column<long>(type: "INTEGER", nullable: true),
                    zeroed_out_reason = table.Column<int>(type: "INTEGER", nullable: true),
                    takes_refunds = table.Column<bool>(type: "INTEGER", nullable: false),
                    source_number = table.Column<long>(type: "INTEGER", nullable: true),
                    plan_seq = table.Column<int>(type: "INTEGER", nullable: true),
                    plan_grant_seq = table.Column<int>(type: "INTEGER", nullable: true),
                    bundle_seq = table.Column<int>(type: "INTEGER", nullable: true),
                    scales_per_license = table.Column<bool>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    is_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_grants", x => x.seq);
                    table.CheckConstraint("ck_credit_grants_held", "held_micro_credits >= 0");
                    table.CheckConstraint("ck_credit_grants_quantity", "remaining_micro_credits + held_micro_credits + removed_micro_credits <= quantity_micro_credits");
                    table.CheckConstraint("ck_credit_grants_remaining", "remaining_micro_credits >= 0");
                    table.ForeignKey(
                        name: "fk_credit_grants_bundle_seq",
                        column: x => x.bundle_seq,
                        principalTable: "credit_bundles",
                        principalColumn: "seq");
                    table.ForeignKey(
                        name: "fk_credit_grants_company_seq",
                        column: x => x.company_seq,
                        principalTable: "entities",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_credit_grants_credit_type_seq",
                        column: x => x.credit_type_seq,
                        principalTable: "credit_types",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "company_override_notes",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    company_override_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    author_id = table.Column<string>(type: "TEXT", nullable: false),
                    author_name = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company_override_notes", x => x.seq);
                    table.ForeignKey(
                        name: "fk_company_override_notes_company_override_seq",
                        column: x => x.company_override_seq,
                        principalTable: "company_overrides",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_company_override_notes_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_migration_companies",
                columns: table => new
                {
                    migration_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    company_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    environment_seq = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_migration_companies", x => new { x.migration_seq, x.company_seq });
                    table.ForeignKey(
                        name: "fk_plan_migration_companies_environment_seq",
                        column: x => x.environment_seq,
                        principalTable: "environments",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_plan_migration_companies_migration_seq",
                        column: x => x.migration_seq,
                        principalTable: "plan_migrations",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_environment_seq",
                table: "api_keys",
                column: "environment_seq");

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_id",
                table: "api_keys",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_secret_hash",
                table: "api_keys",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_environment_id_started_at",
                table: "audit_log",
                columns: new[] { "environment_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_id",
                table: "audit_log",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_resource_id_started_at",
                table: "audit_log",
                columns: new[] { "resource_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_started_at",
                table: "audit_log",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_company_memberships_company_seq_user_seq",
                table: "company_memberships",
                columns: new[] { "company_seq", "user_seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_company_memberships_environment_seq_seq",
                table: "company_memberships",
                columns: new[] { "environment_seq", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_company_memberships_id",
                table: "company_memberships",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_company_memberships_user_seq",
                table: "company_memberships",
                column: "user_seq");

            migrationBuilder.CreateIndex(
                name: "ix_company_override_notes_company_override_seq",
                table: "company_override_notes",
                column: "company_override_seq");

            migrationBuilder.CreateIndex(
                name: "ix_company_override_notes_environment_seq",
                table: "company_override_notes",
                column: "environment_seq");

            migrationBuilder.CreateIndex(
                name: "ix_company_overrides_company_seq_feature_seq",
                table: "company_overrides",
                columns: new[] { "company_seq", "feature_seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_company_overrides_environment_seq_expires_at",
                table: "company_overrides",
                columns: new[] { "environment_seq", "expires_at" },
                filter: "expires_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_company_overrides_environment_seq_seq",
                table: "company_overrides",
                columns: new[] { "environment_seq", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_company_overrides_feature_seq_company_seq",
                table: "company_overrides",
                columns: new[] { "feature_seq", "company_seq" });

            migrationBuilder.CreateIndex(
                name: "ix_company_overrides_id",
                table: "company_overrides",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_company_plans_company_seq",
                table: "company_plans",
                column: "company_seq",
                unique: true,
                filter: "plan_type = 2");

            migrationBuilder.CreateIndex(
                name: "ix_company_plans_environment_seq_plan_seq_company_seq",
                table: "company_plans",
                columns: new[] { "environment_seq", "plan_seq", "company_seq" });

            migrationBuilder.CreateIndex(
                name: "ix_company_plans_plan_seq",
                table: "company_plans",
                column: "plan_seq");

            migrationBuilder.CreateIndex(
                name: "ix_company_plans_plan_version_seq_company_seq",
                table: "company_plans",
                columns: new[] { "plan_version_seq", "company_seq" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_balances_company_seq_credit_type_seq",
                table: "credit_balances",
                columns: new[] { "company_seq", "credit_type_seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_credit_balances_credit_type_seq_seq",
                table: "credit_balances",
                columns: new[] { "credit_type_seq", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_balances_next_due_at",
                table: "credit_balances",
                column: "next_due_at",
                filter: "next_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_credit_bundles_credit_type_seq",
                table: "credit_bundles",
                column: "credit_type_seq");

            migrationBuilder.CreateIndex(
                name: "ix_credit_bundles_environment_seq_seq",
                table: "credit_bundles",
                columns: new[] { "environment_seq", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_bundles_id",
                table: "credit_bundles",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_credit_grants_bundle_seq",
                table: "credit_grants",
                column: "bundle_seq",
                filter: "bundle_seq IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_credit_grants_company_seq_credit_type_seq",
                table: "credit_grants",
                columns: new[] { "company_seq", "credit_type_seq" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_credit_grants_company_seq_credit_type_seq_number",
                table: "credit_grants",
                columns: new[] { "company_seq", "credit_type_seq", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_credit_grants_company_seq_seq",
                table: "credit_grants",
                columns: new[] { "company_seq", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_grants_credit_type_seq_seq",
                table: "credit_grants",
                columns: new[] { "credit_type_seq", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_grants_id",
                table: "credit_grants",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_credit_leases_company_seq_credit_type_seq",
                table: "credit_leases",
                columns: new[] { "company_seq", "credit_type_seq" },
                unique: true,
                filter: "released_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_credit_leases_company_seq_seq",
                table: "credit_leases",
                columns: new[] { "company_seq", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_leases_credit_type_seq_seq",
                table: "credit_leases",
                columns: new[] { "credit_type_seq", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_leases_environment_seq_seq",
                table: "credit_leases",
                columns: new[] { "environment_seq", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_leases_id",
                table: "credit_leases",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_credit_ledger_company_seq_credit_type_seq_event_at_seq",
                table: "credit_ledger",
                columns: new[] { "company_seq", "credit_type_seq", "event_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_ledger_company_seq_event_at_seq",
                table: "credit_ledger",
                columns: new[] { "company_seq", "event_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_ledger_company_seq_event_type_event_at_seq",
                table: "credit_ledger",
                columns: new[] { "company_seq", "event_type", "event_at", "seq" },
                filter: "event_type <> 3");

            migrationBuilder.CreateIndex(
                name: "ix_credit_ledger_company_seq_feature_seq_event_at_seq",
                table: "credit_ledger",
                columns: new[] { "company_seq", "feature_seq", "event_at", "seq" },
                filter: "feature_seq IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_credit_ledger_credit_type_seq_event_at_seq",
                table: "credit_ledger",
                columns: new[] { "credit_type_seq", "event_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_ledger_environment_seq_event_at_seq",
                table: "credit_ledger",
                columns: new[] { "environment_seq", "event_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_ledger_environment_seq_event_type_event_at_seq",
                table: "credit_ledger",
                columns: new[] { "environment_seq", "event_type", "event_at", "seq" },
                filter: "event_type <> 3");

            migrationBuilder.CreateIndex(
                name: "ix_credit_ledger_environment_seq_feature_seq_event_at_seq",
                table: "credit_ledger",
                columns: new[] { "environment_seq", "feature_seq", "event_at", "seq" },
                filter: "feature_seq IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_credit_ledger_usage_event_id",
                table: "credit_ledger",
                column: "usage_event_id",
                filter: "usage_event_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_credit_renewals_company_seq_credit_type_seq",
                table: "credit_renewals",
                columns: new[] { "company_seq", "credit_type_seq" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_renewals_credit_type_seq",
                table: "credit_renewals",
                column: "credit_type_seq");

            migrationBuilder.CreateIndex(
                name: "ix_credit_renewals_environment_seq_company_seq",
                table: "credit_renewals",
                columns: new[] { "environment_seq", "company_seq" },
                filter: "licenses IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_credit_renewals_plan_seq_company_seq",
                table: "credit_renewals",
                columns: new[] { "plan_seq", "company_seq" },
                filter: "plan_seq IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_credit_types_environment_seq_seq",
                table: "credit_types",
                columns: new[] { "environment_seq", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_types_id",
                table: "credit_types",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entities_environment_seq_entity_type_last_seen_at_seq",
                table: "entities",
                columns: new[] { "environment_seq", "entity_type", "last_seen_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_entities_environment_seq_entity_type_seq",
                table: "entities",
                columns: new[] { "environment_seq", "entity_type", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_entities_environment_seq_entity_type_sort_name_seq",
                table: "entities",
                columns: new[] { "environment_seq", "entity_type", "sort_name", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_entities_environment_seq_entity_type_updated_at_seq",
                table: "entities",
                columns: new[] { "environment_seq", "entity_type", "updated_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_entities_id",
                table: "entities",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entity_key_definitions_entity_type_key",
                table: "entity_key_definitions",
                columns: new[] { "entity_type", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entity_key_definitions_id",
                table: "entity_key_definitions",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entity_keys_definition_seq_environment_seq_value_hash",
                table: "entity_keys",
                columns: new[] { "definition_seq", "environment_seq", "value_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entity_trait_definitions_entity_type_hierarchy",
                table: "entity_trait_definitions",
                columns: new[] { "entity_type", "hierarchy" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entity_trait_definitions_id",
                table: "entity_trait_definitions",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_environments_id",
                table: "environments",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_events_environment_seq_captured_at_id",
                table: "events",
                columns: new[] { "environment_seq", "captured_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_events_environment_seq_company_id_captured_at_id",
                table: "events",
                columns: new[] { "environment_seq", "company_id", "captured_at", "id" },
                filter: "company_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_events_environment_seq_event_subtype_captured_at_id",
                table: "events",
                columns: new[] { "environment_seq", "event_subtype", "captured_at", "id" },
                filter: "event_subtype IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_events_environment_seq_flag_id_captured_at_id",
                table: "events",
                columns: new[] { "environment_seq", "flag_id", "captured_at", "id" },
                filter: "flag_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_events_environment_seq_idempotency_key_captured_at_id",
                table: "events",
                columns: new[] { "environment_seq", "idempotency_key", "captured_at", "id" },
                filter: "idempotency_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_events_environment_seq_status_captured_at_id",
                table: "events",
                columns: new[] { "environment_seq", "status", "captured_at", "id" },
                filter: "error IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_events_environment_seq_user_id_captured_at_id",
                table: "events",
                columns: new[] { "environment_seq", "user_id", "captured_at", "id" },
                filter: "user_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_features_id",
                table: "features",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_flag_environments_environment_seq",
                table: "flag_environments",
                column: "environment_seq");

            migrationBuilder.CreateIndex(
                name: "ix_flag_rule_saves_environment_seq",
                table: "flag_rule_saves",
                column: "environment_seq");

            migrationBuilder.CreateIndex(
                name: "ix_flag_rule_saves_flag_seq_environment_seq_version",
                table: "flag_rule_saves",
                columns: new[] { "flag_seq", "environment_seq", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_flag_rule_saves_id",
                table: "flag_rule_saves",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_flags_feature_seq",
                table: "flags",
                column: "feature_seq",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_flags_id",
                table: "flags",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_flags_key",
                table: "flags",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_seen_at",
                table: "idempotency_keys",
                column: "seen_at");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_email",
                table: "invitations",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_id",
                table: "invitations",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_token_hash",
                table: "invitations",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_kept_requests_seen_at",
                table: "kept_requests",
                column: "seen_at");

            migrationBuilder.CreateIndex(
                name: "ix_members_email",
                table: "members",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_members_id",
                table: "members",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_audiences_plan_seq",
                table: "plan_audiences",
                column: "plan_seq");

            migrationBuilder.CreateIndex(
                name: "ix_plan_changes_environment_seq_action_seq",
                table: "plan_changes",
                columns: new[] { "environment_seq", "action", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_changes_environment_seq_base_plan_action_seq",
                table: "plan_changes",
                columns: new[] { "environment_seq", "base_plan_action", "seq" },
                filter: "base_plan_action IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_plan_changes_environment_seq_company_id_seq",
                table: "plan_changes",
                columns: new[] { "environment_seq", "company_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_changes_environment_seq_created_at",
                table: "plan_changes",
                columns: new[] { "environment_seq", "created_at" },
                filter: "NOT is_version_upgrade");

            migrationBuilder.CreateIndex(
                name: "ix_plan_changes_environment_seq_seq",
                table: "plan_changes",
                columns: new[] { "environment_seq", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_changes_id",
                table: "plan_changes",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_credit_grants_credit_type_seq",
                table: "plan_credit_grants",
                column: "credit_type_seq");

            migrationBuilder.CreateIndex(
                name: "ix_plan_credit_grants_environment_seq_seq",
                table: "plan_credit_grants",
                columns: new[] { "environment_seq", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_credit_grants_id",
                table: "plan_credit_grants",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_credit_grants_plan_seq",
                table: "plan_credit_grants",
                column: "plan_seq");

            migrationBuilder.CreateIndex(
                name: "ix_plan_credit_grants_plan_version_seq_lineage_id",
                table: "plan_credit_grants",
                columns: new[] { "plan_version_seq", "lineage_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_entitlements_environment_seq",
                table: "plan_entitlements",
                column: "environment_seq");

            migrationBuilder.CreateIndex(
                name: "ix_plan_entitlements_feature_seq",
                table: "plan_entitlements",
                column: "feature_seq");

            migrationBuilder.CreateIndex(
                name: "ix_plan_entitlements_id",
                table: "plan_entitlements",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_entitlements_plan_version_seq_feature_seq",
                table: "plan_entitlements",
                columns: new[] { "plan_version_seq", "feature_seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_grant_rollouts_environment_seq_plan_seq",
                table: "plan_grant_rollouts",
                columns: new[] { "environment_seq", "plan_seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_grant_rollouts_plan_seq",
                table: "plan_grant_rollouts",
                column: "plan_seq");

            migrationBuilder.CreateIndex(
                name: "ix_plan_migration_companies_environment_seq",
                table: "plan_migration_companies",
                column: "environment_seq");

            migrationBuilder.CreateIndex(
                name: "ix_plan_migration_companies_migration_seq_company_seq",
                table: "plan_migration_companies",
                columns: new[] { "migration_seq", "company_seq" },
                filter: "status = 2");

            migrationBuilder.CreateIndex(
                name: "ix_plan_migrations_environment_seq_plan_seq_seq",
                table: "plan_migrations",
                columns: new[] { "environment_seq", "plan_seq", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_migrations_id",
                table: "plan_migrations",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_migrations_plan_version_seq",
                table: "plan_migrations",
                column: "plan_version_seq");

            migrationBuilder.CreateIndex(
                name: "ix_plan_migrations_seq",
                table: "plan_migrations",
                column: "seq",
                filter: "status IN (3, 4)");

            migrationBuilder.CreateIndex(
                name: "ix_plan_roles_fallback_plan_seq",
                table: "plan_roles",
                column: "fallback_plan_seq");

            migrationBuilder.CreateIndex(
                name: "ix_plan_roles_initial_plan_seq",
                table: "plan_roles",
                column: "initial_plan_seq");

            migrationBuilder.CreateIndex(
                name: "ix_plan_roles_trial_expiry_plan_seq",
                table: "plan_roles",
                column: "trial_expiry_plan_seq");

            migrationBuilder.CreateIndex(
                name: "ix_plan_snapshots_environment_seq",
                table: "plan_snapshots",
                column: "environment_seq");

            migrationBuilder.CreateIndex(
                name: "ix_plan_snapshots_plan_version_id_plan_revision",
                table: "plan_snapshots",
                columns: new[] { "plan_version_id", "plan_revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_versions_environment_seq_plan_seq_status",
                table: "plan_versions",
                columns: new[] { "environment_seq", "plan_seq", "status" },
                unique: true,
                filter: "status <> 1");

            migrationBuilder.CreateIndex(
                name: "ix_plan_versions_environment_seq_plan_seq_version",
                table: "plan_versions",
                columns: new[] { "environment_seq", "plan_seq", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_versions_id",
                table: "plan_versions",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_versions_plan_seq",
                table: "plan_versions",
                column: "plan_seq");

            migrationBuilder.CreateIndex(
                name: "ix_plans_id",
                table: "plans",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_expires_at",
                table: "sessions",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_id",
                table: "sessions",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_member_seq",
                table: "sessions",
                column: "member_seq");

            migrationBuilder.CreateIndex(
                name: "ix_usage_environment_seq_event_subtype_company_seq",
                table: "usage",
                columns: new[] { "environment_seq", "event_subtype", "company_seq" },
                filter: "grain = 0 AND company_seq > 0");

            migrationBuilder.CreateIndex(
                name: "ix_usage_environment_seq_event_subtype_starts_at_company_seq",
                table: "usage",
                columns: new[] { "environment_seq", "event_subtype", "starts_at", "company_seq" },
                filter: "grain = 2 AND company_seq > 0");

            SearchIndex.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            SearchIndex.Drop(migrationBuilder);

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "audit_log");

            migrationBuilder.DropTable(
                name: "company_memberships");

            migrationBuilder.DropTable(
                name: "company_override_notes");

            migrationBuilder.DropTable(
                name: "company_plans");

            migrationBuilder.DropTable(
                name: "credit_balances");

            migrationBuilder.DropTable(
                name: "credit_grants");

            migrationBuilder.DropTable(
                name: "credit_leases");

            migrationBuilder.DropTable(
                name: "credit_ledger");

            migrationBuilder.DropTable(
                name: "credit_renewals");

            migrationBuilder.DropTable(
                name: "credit_self_checks");

            migrationBuilder.DropTable(
                name: "entity_key_definitions");

            migrationBuilder.DropTable(
                name: "entity_keys");

            migrationBuilder.DropTable(
                name: "entity_search");

            migrationBuilder.DropTable(
                name: "entity_trait_definitions");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropTable(
                name: "flag_environments");

            migrationBuilder.DropTable(
                name: "flag_rule_saves");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "kept_requests");

            migrationBuilder.DropTable(
                name: "plan_audiences");

            migrationBuilder.DropTable(
                name: "plan_changes");

            migrationBuilder.DropTable(
                name: "plan_credit_grants");

            migrationBuilder.DropTable(
                name: "plan_entitlements");

            migrationBuilder.DropTable(
                name: "plan_grant_rollouts");

            migrationBuilder.DropTable(
                name: "plan_migration_companies");

            migrationBuilder.DropTable(
                name: "plan_roles");

            migrationBuilder.DropTable(
                name: "plan_snapshots");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "unknown_flags");

            migrationBuilder.DropTable(
                name: "usage");

            migrationBuilder.DropTable(
                name: "company_overrides");

            migrationBuilder.DropTable(
                name: "credit_bundles");

            migrationBuilder.DropTable(
                name: "flags");

            migrationBuilder.DropTable(
                name: "plan_migrations");

            migrationBuilder.DropTable(
                name: "members");

            migrationBuilder.DropTable(
                name: "entities");

            migrationBuilder.DropTable(
                name: "credit_types");

            migrationBuilder.DropTable(
                name: "features");

            migrationBuilder.DropTable(
                name: "plan_versions");

            migrationBuilder.DropTable(
                name: "environments");

            migrationBuilder.DropTable(
                name: "plans");
        }
    }
}
