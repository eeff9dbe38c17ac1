using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Schematic.Api.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RuleSaves : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "flag_rule_saves");
        }
    }
}
