using Schematic.Testing.Contract;

namespace Schematic.Testing.Tests.Contract;

public sealed class OpenApiDocumentTests
{
    [Fact]
    public void The_published_description_is_at_hand_and_can_be_read()
    {
        Assert.SkipWhen(OpenApiDocument.Published is null, OpenApiDocument.WhereToPutIt);
        var document = OpenApiDocument.Published!;

        Assert.Equal("listCompanies", document.Find("GET", "/companies")!.Id);
        Assert.Equal("lookupCompany", document.Find("GET", "/companies/lookup")!.Id);
        Assert.Equal("getCompany", document.Find("GET", "/companies/comp_1")!.Id);
        Assert.Null(document.Find("GET", "/companies/comp_1/users"));
        Assert.Equal(["asc", "desc"], document.Schema("SortDirection")!.Enum);
        // Every schema that an operation leads to is of a kind the validator knows.
        Assert.All(document.Operations, static operation => Assert.NotEmpty(operation.Responses));
    }
}
