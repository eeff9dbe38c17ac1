using System.Globalization;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Plans.Versions;

/// <summary>Moves of companies to a version in words.</summary>
internal static class MigrationWords
{
    public static string Title(PlanVersionMigrationResponseData move) =>
        Quantity.Format(move.TotalCompanies, "company", "companies");

    public static string Status(PlanVersionMigrationStatus status) =>
        status switch
        {
            PlanVersionMigrationStatus.Pending => "Waiting",
            PlanVersionMigrationStatus.InProgress => "Moving",
            PlanVersionMigrationStatus.Completed => "Done",
            PlanVersionMigrationStatus.Failed => "Failed",
            _ => "Unknown",
        };

    /// <summary>Tone of the badge that shows a status.</summary>
    public static string Tone(PlanVersionMigrationStatus status) =>
        status switch
        {
            PlanVersionMigrationStatus.Pending or PlanVersionMigrationStatus.InProgress => "info",
            PlanVersionMigrationStatus.Completed => "success",
            PlanVersionMigrationStatus.Failed => "danger",
            _ => "neutral",
        };

    /// <summary>Result of a move for one company.</summary>
    public static string Result(PlanVersionMigrationCompanyStatus status) =>
        status switch
        {
            PlanVersionMigrationCompanyStatus.Completed => "Moved",
            PlanVersionMigrationCompanyStatus.Failed => "Could not be moved",
            PlanVersionMigrationCompanyStatus.Skipped => "Left where it is",
            PlanVersionMigrationCompanyStatus.Pending => "Waiting",
            _ => "Unknown",
        };

    /// <summary>Tone of the badge that shows what has become of a company.</summary>
    public static string Tone(PlanVersionMigrationCompanyStatus status) =>
        status switch
        {
            PlanVersionMigrationCompanyStatus.Completed => "success",
            PlanVersionMigrationCompanyStatus.Failed => "danger",
            PlanVersionMigrationCompanyStatus.Pending => "info",
            _ => "neutral",
        };

    /// <summary>The results that companies of a move have so far.</summary>
    public static IReadOnlyList<PlanVersionMigrationCompanyStatus> Results(PlanVersionMigrationResponseData move)
    {
        var counts = new[]
        {
            (PlanVersionMigrationCompanyStatus.Failed, move.FailedCompanies),
            (PlanVersionMigrationCompanyStatus.Completed, move.CompletedCompanies),
            (PlanVersionMigrationCompanyStatus.Skipped, move.SkippedCompanies),
            (PlanVersionMigrationCompanyStatus.Pending, move.TotalCompanies - Done(move)),
        };
        return [.. counts.Where(static one => one.Item2 > 0).Select(static one => one.Item1)];
    }

    public static bool IsUnderWay(PlanVersionMigrationResponseData move) =>
        move.Status is PlanVersionMigrationStatus.Pending or PlanVersionMigrationStatus.InProgress;

    /// <summary>True if the move has ended, and companies may be left.</summary>
    public static bool CanTryAgain(PlanVersionMigrationResponseData move) =>
        !IsUnderWay(move) && (move.FailedCompanies > 0 || move.Status == PlanVersionMigrationStatus.Failed);

    /// <summary>Number of companies dealt with so far, one way or another.</summary>
    public static long Done(PlanVersionMigrationResponseData move) =>
        move.CompletedCompanies + move.FailedCompanies + move.SkippedCompanies;

    /// <summary>"85 of 120 moved, 3 could not be moved, 2 left where they are."</summary>
    public static string Counts(PlanVersionMigrationResponseData move)
    {
        var parts = new List<string>
        {
            string.Create(
                CultureInfo.InvariantCulture,
                $"{move.CompletedCompanies:N0} of {move.TotalCompanies:N0} moved"
            ),
        };
        if (move.FailedCompanies > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{move.FailedCompanies:N0} could not be moved"));
        if (move.SkippedCompanies > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{move.SkippedCompanies:N0} left where they are"));
        return $"{string.Join(", ", parts)}.";
    }
}
