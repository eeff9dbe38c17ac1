using Schematic.Api.Plans.Changes;
using Schematic.Api.Plans.Migration;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Tests.Plans.Migration;

public sealed class PlanMigrationRowTests
{
    [Theory]
    [InlineData(PlanVersionMigrationStatus.Pending, false)]
    [InlineData(PlanVersionMigrationStatus.InProgress, false)]
    [InlineData(PlanVersionMigrationStatus.Completed, true)]
    [InlineData(PlanVersionMigrationStatus.Failed, true)]
    public void A_migration_has_ended_once_nobody_is_left_to_be_moved(
        PlanVersionMigrationStatus status,
        bool hasEnded
    ) => Assert.Equal(hasEnded, Row(status).HasEnded);

    [Fact]
    public void Whoever_started_a_migration_makes_its_changes() =>
        Assert.Equal(
            new PlanChangeCause(
                PlanChangeAction.PlanVersionMigration,
                new PlanChangeActor(ActorType.AppUser, "acme_1", "Ada", "request")
            ),
            Row(PlanVersionMigrationStatus.Pending).Cause
        );

    private static PlanMigrationRow Row(PlanVersionMigrationStatus status) =>
        new()
        {
            Id = "plmg_1",
            PlanVersionIdsFrom = "[]",
            Status = status,
            ActorType = ActorType.AppUser,
            ActorId = "acme_1",
            ActorName = "Ada",
            RequestId = "request",
        };
}
