using Schematic.Contracts.Members;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Plans;

/// <summary>Creates a plan or an add-on, which begins with an empty draft.</summary>
public abstract class CreatePlanPage : CreatePage<PlanForm>
{
    public override Noun Noun => PlanTypes.Noun(Type);

    public override AccountMemberPermission Needs => AccountMemberPermission.PlansEdit;

    public override string ListUrl => PlanTypes.ListUrl(Type, EnvironmentId);

    protected abstract PlanType Type { get; }

    protected override PlanForm CreateModel() => new();

    protected override async Task<Created> SendAsync(PlanForm model, CancellationToken cancellationToken)
    {
        var plan = (await Api.Plans.CreateAsync(model.ToCreate(Type), cancellationToken)).Data;
        return new(
            plan.Name,
            DashboardUrls.Plan(EnvironmentId, plan.Id),
            $"{plan.Name} was created. Add its features, then publish it."
        );
    }
}
