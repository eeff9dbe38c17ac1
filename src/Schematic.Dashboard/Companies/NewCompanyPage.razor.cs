using Schematic.Contracts.Entities;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Companies;

public sealed partial class NewCompanyPage : NewEntityPage
{
    public override string ListUrl => DashboardUrls.Companies(EnvironmentId);

    protected override EntityType Type => EntityType.Company;
}
