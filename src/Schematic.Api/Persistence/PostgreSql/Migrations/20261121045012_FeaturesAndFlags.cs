using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Schematic.Api.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class FeaturesAndFlags : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "features",
                columns: table => new
                {
                    seq = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    feature_type = table.Column<int>(type: "integer", nullable: false),
                    event_subtype = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    trait_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    icon = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    lifecycle_phase = table.Column<int>(type: "integer", nullable: true),
                    maintainer_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    plural_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    singular_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_features", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "flags",
                columns: table => new
                {
                    seq = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    flag_type = table.Column<int>(type: "integer", nullable: false),
                    default_value = table.Column<bool>(type: "boolean", nullable: false),
                    feature_seq = table.Column<int>(type: "integer", nullable: true),
                    maintainer_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                name: "flag_environments",
                columns: table => new
                {
                    flag_seq = table.Column<int>(type: "integer", nullable: false),
                    environment_seq = table.Column<int>(type: "integer", nullable: false),
                    rules = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rules_version = table.Column<long>(type: "bigint", nullable: false),
                    last_checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "flag_environments");

            migrationBuilder.DropTable(
                name: "flags");

            migrationBuilder.DropTable(
                name: "features");
        }
    }
}
