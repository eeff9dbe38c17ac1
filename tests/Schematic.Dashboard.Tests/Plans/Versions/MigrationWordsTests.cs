using Schematic.Contracts.Plans;
using Schematic.Dashboard.Plans.Versions;

namespace Schematic.Dashboard.Tests.Plans.Versions;

public sealed class MigrationWordsTests
{
    private static readonly PlanVersionMigrationResponseData Move = new()
    {
        Id = "plmg_1",
        PlanId = "plan_1",
        PlanVersionIdTo = "plvr_2",
        PlanVersionIdsFrom = ["plvr_1"],
        Strategy = PlanVersionMigrationStrategy.Immediate,
        Status = PlanVersionMigrationStatus.InProgress,
        TotalCompanies = 1_200,
        CompletedCompanies = 1_000,
        FailedCompanies = 3,
        SkippedCompanies = 2,
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void Counts_name_only_what_there_is()
    {
        Assert.Equal("1,000 of 1,200 moved, 3 could not be moved, 2 left where they are.", MigrationWords.Counts(Move));
        Assert.Equal(
            "0 of 5 moved.",
            MigrationWords.Counts(
                Move with
                {
                    TotalCompanies = 5,
                    CompletedCompanies = 0,
                    FailedCompanies = 0,
                    SkippedCompanies = 0,
                }
            )
        );
    }

    [Fact]
    public void Failures_come_first_and_companies_that_wait_last()
    {
        Assert.Equal(1_005, MigrationWords.Done(Move));
        Assert.Equal(
            [
                PlanVersionMigrationCompanyStatus.Failed,
                PlanVersionMigrationCompanyStatus.Completed,
                PlanVersionMigrationCompanyStatus.Skipped,
                PlanVersionMigrationCompanyStatus.Pending,
            ],
            MigrationWords.Results(Move)
        );
        Assert.Equal(
            [PlanVersionMigrationCompanyStatus.Completed],
            MigrationWords.Results(Move with { TotalCompanies = 1_000, FailedCompanies = 0, SkippedCompanies = 0 })
        );
    }

    [Theory]
    [InlineData(PlanVersionMigrationStatus.InProgress, 3, false)]
    [InlineData(PlanVersionMigrationStatus.Failed, 3, true)]
    [InlineData(PlanVersionMigrationStatus.Completed, 0, false)]
    public void What_failed_can_be_tried_again_once_the_move_has_ended(
        PlanVersionMigrationStatus status,
        long failed,
        bool canTry
    ) => Assert.Equal(canTry, MigrationWords.CanTryAgain(Move with { Status = status, FailedCompanies = failed }));

    [Fact]
    public void Every_status_has_words_and_a_tone_of_its_own_kind()
    {
        foreach (var status in Enum.GetValues<PlanVersionMigrationCompanyStatus>())
            Assert.Equal(
                status == PlanVersionMigrationCompanyStatus.Unknown,
                MigrationWords.Result(status) == "Unknown"
            );
        Assert.Equal("danger", MigrationWords.Tone(PlanVersionMigrationCompanyStatus.Failed));
        Assert.Equal("info", MigrationWords.Tone(PlanVersionMigrationStatus.InProgress));
    }
}
