using Schematic.Contracts.ApiKeys;
using Schematic.Dashboard.ApiKeys;

namespace Schematic.Dashboard.Tests.ApiKeys;

public sealed class ApiKeyFormTests
{
    [Fact]
    public void A_read_only_key_has_read_and_nothing_else()
    {
        var form = new ApiKeyForm { Name = "Reports", Readonly = true };
        form.Choose(ApiKeyScope.Admin, true);

        Assert.Equal([ApiKeyScope.Read], form.ToCreate().Scopes);
    }

    [Fact]
    public void What_was_chosen_before_comes_back_with_the_right_to_write()
    {
        var form = new ApiKeyForm { Name = "Reports", Readonly = true };
        form.Choose(ApiKeyScope.Admin, true);
        form.Choose(ApiKeyScope.Write, false);
        form.Readonly = false;

        Assert.Equal([ApiKeyScope.Read, ApiKeyScope.Capture, ApiKeyScope.Admin], form.ToCreate().Scopes);
    }

    [Fact]
    public void What_was_left_empty_is_left_out()
    {
        var body = new ApiKeyForm
        {
            Name = " Billing ",
            Description = "  ",
            EnvironmentId = "",
        }.ToCreate();

        Assert.Equal("Billing", body.Name);
        Assert.Null(body.Description);
        Assert.Null(body.EnvironmentId);
        Assert.Null(body.RateLimitPercent);
    }

    [Fact]
    public void Emptying_a_field_of_an_existing_key_clears_it()
    {
        var form = ApiKeyForm.FromContract(ApiKeySamples.Key() with { Description = "Old", RateLimitPercent = 25 });
        form.Description = "";
        form.RateLimitPercent = null;

        var body = form.ToUpdate();

        Assert.True(body.Description.IsSet);
        Assert.Null(body.Description.Value);
        Assert.True(body.RateLimitPercent.IsSet);
        Assert.Null(body.RateLimitPercent.Value);
    }
}
