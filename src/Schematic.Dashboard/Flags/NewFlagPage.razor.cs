using Schematic.Contracts.Features;
using Schematic.Contracts.Members;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Flags;

public sealed partial class NewFlagPage : CreatePage<FlagForm>
{
    private IReadOnlyList<FeatureDetailResponseData> _features = [];

    public override Noun Noun { get; } = new("flag", "flags");

    public override AccountMemberPermission Needs => AccountMemberPermission.FlagsEdit;

    public override string ListUrl => DashboardUrls.Flags(EnvironmentId);

    protected override FlagForm CreateModel()
    {
        var given = ReadUrl<NewFlagQuery>();
        return new()
        {
            Key = given.Key,
            Name = given.Name.Length > 0 ? given.Name : given.Key,
            FeatureId = given.FeatureId,
        };
    }

    protected override async Task LoadAsync() =>
        _features = await LinkableFeatures.ListAsync(Api.Features, flagId: null, Closing);

    protected override async Task<Created> SendAsync(FlagForm model, CancellationToken cancellationToken)
    {
        var flag = (await Api.Flags.CreateAsync(model.ToContract(), cancellationToken)).Data;
        return new(
            flag.Name,
            DashboardUrls.Flag(EnvironmentId, flag.Id),
            $"{flag.Name} was created. Add the rules that turn it on."
        );
    }
}
