using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Schematic.Api.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EventsOfAFlag : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_events_environment_seq_captured_at",
                table: "events");

            migrationBuilder.AddColumn<string>(
                name: "flag_id",
                table: "events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_events_environment_seq_captured_at_id",
                table: "events",
                columns: new[] { "environment_seq", "captured_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_events_environment_seq_company_id_captured_at_id",
                table: "events",
                columns: new[] { "environment_seq", "company_id", "captured_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_events_environment_seq_flag_id_captured_at_id",
                table: "events",
                columns: new[] { "environment_seq", "flag_id", "captured_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_events_environment_seq_user_id_captured_at_id",
                table: "events",
                columns: new[] { "environment_seq", "user_id", "captured_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_events_id",
                table: "events",
                column: "id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_events_environment_seq_captured_at_id",
                table: "events");

            migrationBuilder.DropIndex(
                name: "ix_events_environment_seq_company_id_captured_at_id",
                table: "events");

            migrationBuilder.DropIndex(
                name: "ix_events_environment_seq_flag_id_captured_at_id",
                table: "events");

            migrationBuilder.DropIndex(
                name: "ix_events_environment_seq_user_id_captured_at_id",
                table: "events");

            migrationBuilder.DropIndex(
                name: "ix_events_id",
                table: "events");

            migrationBuilder.DropColumn(
                name: "flag_id",
                table: "events");

            migrationBuilder.CreateIndex(
                name: "ix_events_environment_seq_captured_at",
                table: "events",
                columns: new[] { "environment_seq", "captured_at" });
        }
    }
}
