using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Schematic.Api.AuditLog.Recording;

namespace Schematic.Api.Tests.AuditLog.Recording;

public sealed class AuditedResourceTests
{
    [Theory]
    [InlineData("/plans/{plan_id}", "plan", "1")]
    [InlineData("/plans/version/{plan_version_id}/publish", "plan_version", "1")]
    [InlineData("/unknown-flags/{unknown_flag_key}", "unknown_flag", "1")]
    [InlineData("/companies/create", "company", null)]
    [InlineData("/billing/credits", "credit", null)]
    [InlineData("/billing/credits/plan-grants", "plan_grant", null)]
    [InlineData("/nobody/knows", null, null)]
    public void The_address_names_it(string route, string? type, string? id)
    {
        var pattern = RoutePatternFactory.Parse(route);
        var values = new RouteValueDictionary(
            pattern.Parameters.Select(static one => KeyValuePair.Create<string, object?>(one.Name, "1"))
        );

        var resource = AuditedResource.Find(pattern, values);

        Assert.Equal((type, id), (resource.Type, resource.Id));
    }

    [Fact]
    public void An_answer_about_something_else_does_not_name_it()
    {
        var named = new AuditedResource("plan", "plan_1", null, null);

        Assert.Equal("Gold", named.Answered("plan_1", "Gold").Name);
        Assert.Equal(named, named.Answered("comp_1", "Acme"));
        Assert.Equal("comp_1", new AuditedResource("company", null, null, null).Answered("comp_1", "Acme").Id);
    }

    [Fact]
    public void It_is_not_cut_through_the_middle_of_a_character()
    {
        var resource = default(AuditedResource).Answered(new string('a', 255) + "😀😀", null);

        Assert.Equal(new string('a', 255), resource.Id);
    }

    [Fact]
    public void It_is_cut_where_the_description_ends_it() =>
        Assert.Equal(256, default(AuditedResource).Answered(new string('a', 300), null).Id!.Length);
}
