using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Schematic.Api.Persistence.Sqlite.Migrations
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
